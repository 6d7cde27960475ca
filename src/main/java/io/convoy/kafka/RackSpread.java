package io.convoy.kafka;

/** How many replicas of one partition a rack holds when they are spread as widely as the racks allow. */
record RackSpread(Roster roster, int replicationFactor) {

    int least(int rack) {
        return Math.min(roster.members(rack).size(), level());
    }

    int most(int rack) {
        return seats(level()) == replicationFactor
                ? least(rack)
                : Math.min(roster.members(rack).size(), level() + 1);
    }

    private int level() {
        int level = 0;
        while (level < replicationFactor && seats(level + 1) <= replicationFactor) {
            level++;
        }
        return level;
    }

    private int seats(int level) {
        int seats = 0;
        for (int rack = 0; rack < roster.racks().size(); rack++) {
            seats += Math.min(level, roster.members(rack).size());
        }
        return seats;
    }
}
