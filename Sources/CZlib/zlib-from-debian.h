// Deflate and CRC-32, as Debian's zlib1g-dev installs them.
#include <zlib.h>
