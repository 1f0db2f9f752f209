#include "CSQLiteChance.h"
#include <sqlite3.h>
#include <stddef.h>

void sqlite_chance_follows_from(int seed) { sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, seed, (sqlite3 *)NULL); }
