package io.convoy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTroubleTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "40P01", "53100", "53300", "57P01", "58030", "XX000"})
    void whatTheServerCannotDoIsItsTrouble(String state) {
        SQLException failure = new SQLException("It cannot", state);

        assertThat(DatabaseTrouble.in(new IllegalStateException(new PersistenceException(failure))))
                .contains(new DatabaseTrouble(failure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "42P01"})
    void whatItIsAskedWronglyIsNot(String state) {
        assertThat(DatabaseTrouble.in(new PersistenceException(new SQLException("Wrong", state))))
                .isEmpty();
    }

    @Test
    void aPoolThatHasNoConnectionIsTroubleToo() {
        assertThat(DatabaseTrouble.in(new SQLException("Acquisition timeout"))).isPresent();
    }

    @Test
    void whatACommitSuppressedIsFound() {
        RollbackException rollback = new RollbackException("Could not commit");
        SQLException failure = new SQLException("It went away", "08006");
        rollback.addSuppressed(new IllegalStateException(failure));

        assertThat(DatabaseTrouble.in(rollback)).contains(new DatabaseTrouble(failure));
    }

    @Test
    void whatHasNothingToDoWithTheDatabaseIsNot() {
        assertThat(DatabaseTrouble.in(new IllegalStateException("The node is down", new RuntimeException())))
                .isEmpty();
    }

    @Test
    void itIsToldInOneLine() {
        SQLException failure = new SQLException("could not extend file\n  Hint: Check free disk space.", "53100");

        assertThat(new DatabaseTrouble(failure).reason()).isEqualTo("could not extend file");
    }
}
