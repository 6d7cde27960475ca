package io.convoy.inventory;

import io.convoy.base.ByteSize;
import io.convoy.base.Refusal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** A file's bytes as text: UTF-8 or refused, without its byte order mark, not empty, not larger than allowed. */
final class SourceText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceText() {}

    static String decode(byte[] file, ByteSize largest) {
        if (file.length > largest.bytes()) {
            throw Refusal.tooLarge("The inventory has " + file.length + " bytes, allowed are " + largest.bytes()
                    + ": raise convoy.inventory.max-file-size or split the fleet");
        }
        CharBuffer text = decoded(file);
        if (text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK) {
            text.get();
        }
        if (text.chars().allMatch(Character::isWhitespace)) {
            throw new Problems().refusal(Place.root(1, 1), "The file is empty");
        }
        return text.toString();
    }

    private static CharBuffer decoded(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer text = CharBuffer.allocate(file.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            throw new Problems()
                    .refusal(endOf(text), "The file is not UTF-8 from here on: save it in the encoding UTF-8");
        }
        return text;
    }

    private static Place endOf(CharBuffer text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean lineEnds = text.charAt(i) == '\n';
            line = lineEnds ? line + 1 : line;
            column = lineEnds ? 1 : column + 1;
        }
        return Place.root(line, column);
    }
}
