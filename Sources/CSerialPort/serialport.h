// libserialport, and the kernel's line-error counters (TIOCGICOUNT) that it does not offer.
#include <libserialport.h>
#include <linux/serial.h>
