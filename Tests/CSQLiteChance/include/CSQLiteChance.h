#ifndef C_SQLITE_CHANCE_H
#define C_SQLITE_CHANCE_H

/// Makes SQLite's own random numbers follow from a seed (not 0), for all connections of this process, so that two runs
/// write the same bytes. Swift cannot call `sqlite3_test_control`, because it takes any number of arguments.
void sqlite_chance_follows_from(int seed);

#endif
