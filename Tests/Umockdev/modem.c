/* Makes a pseudo-terminal pass for a serial adapter, so that libserialport's own code opens it.
 *
 * umockdev shows a program a /sys and a /dev of our own, in which a link to a pseudo-terminal
 * stands where an adapter's node would be. Some things then still differ from an adapter:
 *
 * - a pseudo-terminal has no modem lines: TIOCMGET, TIOCMSET and the like are answered here;
 * - it counts no line errors: TIOCGICOUNT is answered from the file named by STEPUPD_COUNTERS,
 *   which holds the sums of "parity framing overrun breaks";
 * - the link would be followed: realpath() stops at it;
 * - umockdev keeps TIOCEXCL to itself: it goes straight to the kernel.
 *
 * To be loaded before libumockdev-preload, whose realpath() would cut off the wrong part:
 *
 *     cc -shared -fPIC -o modem.so modem.c
 *     UMOCKDEV_DIR=... LD_PRELOAD="./modem.so libumockdev-preload.so.0" stepupd ports
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <linux/serial.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static int count_errors(struct serial_icounter_struct *counters)
{
    const char *path = getenv("STEPUPD_COUNTERS");
    FILE *file = path ? fopen(path, "r") : NULL;
    memset(counters, 0, sizeof *counters);
    if (!file)
        return 0;
    if (fscanf(file, "%d %d %d %d", &counters->parity, &counters->frame, &counters->overrun,
               &counters->brk) != 4)
        memset(counters, 0, sizeof *counters);
    fclose(file);
    return 0;
}

int ioctl(int descriptor, unsigned long request, ...)
{
    static int (*next)(int, unsigned long, void *);
    va_list arguments;
    va_start(arguments, request);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    if (!next)
        next = (int (*)(int, unsigned long, void *))dlsym(RTLD_NEXT, "ioctl");

    if (request == TIOCEXCL || request == TIOCNXCL)
        return syscall(SYS_ioctl, descriptor, request, argument);
    int outcome = next(descriptor, request, argument);
    if (outcome == 0 || (errno != ENOTTY && errno != EINVAL) || !isatty(descriptor))
        return outcome;
    switch (request) {
    case TIOCMGET:
        *(int *)argument = TIOCM_CTS | TIOCM_DSR | TIOCM_CD;
        return 0;
    case TIOCMSET:
    case TIOCMBIS:
    case TIOCMBIC:
        return 0;
    case TIOCGICOUNT:
        return count_errors(argument);
    default:
        return outcome;
    }
}

char *realpath(const char *path, char *resolved)
{
    static char *(*next)(const char *, char *);
    char here[PATH_MAX], target[PATH_MAX];
    if (!next)
        next = (char *(*)(const char *, char *))dlsym(RTLD_NEXT, "realpath");

    snprintf(here, sizeof here, "%s", path);
    for (int links = 0; links < 40; links++) {
        char *name = strrchr(here, '/');
        ssize_t length = readlink(here, target, sizeof target - 1);
        if (length < 0 || !name)
            break;
        target[length] = 0;
        if (strncmp(target, "/dev/pts/", 9) == 0) {
            char folder[PATH_MAX], *end = resolved ? resolved : malloc(PATH_MAX);
            *name = 0;
            if (!end || !next(here, folder))
                return NULL;
            snprintf(end, PATH_MAX, "%.2000s/%.255s", folder, name + 1);
            return end;
        }
        if (target[0] == '/')
            break;
        *name = 0;
        char joined[2 * PATH_MAX];
        snprintf(joined, sizeof joined, "%s/%s", here, target);
        snprintf(here, sizeof here, "%.*s", PATH_MAX - 1, joined);
    }
    return next(path, resolved);
}
