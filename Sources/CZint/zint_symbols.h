// libzint: bar codes as rectangles.
#include <zint.h>
