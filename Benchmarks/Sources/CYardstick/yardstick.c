#include "yardstick.h"

#include <string.h>

enum { STX = 0x02, ETX = 0x03, CR = 0x0D, ETB = 0x17 };

static int digit(uint8_t character)
{
    if (character >= '0' && character <= '9') return character - '0';
    if (character >= 'A' && character <= 'F') return character - 'A' + 10;
    if (character >= 'a' && character <= 'f') return character - 'a' + 10;
    return -1;
}

/* Finds the fields of every record of one message. Inlined, so that a link whose characters are
   known when this is compiled has them as constants. */
static inline __attribute__((always_inline)) void
find_fields(const uint8_t *text, size_t count, uint8_t record_end, uint8_t divider,
            const char *result, size_t result_length, struct yardstick_tally *tally)
{
    size_t starts[256];
    size_t index = 0;
    while (index < count) {
        size_t fields = 0;
        size_t start = index;
        starts[fields++] = index;
        while (index < count && text[index] != record_end) {
            if (text[index] == divider && fields < 256) starts[fields++] = index + 1;
            index++;
        }
        if (count - start >= result_length && memcmp(text + start, result, result_length) == 0)
            tally->results++;
        for (size_t field = 0; field < fields; field++) tally->offsets += starts[field];
        tally->fields += fields;
        tally->records++;
        index++;
    }
    tally->messages++;
}

void yardstick_decode(const uint8_t *bytes, size_t count, uint8_t *text,
                      struct yardstick_tally *tally)
{
    size_t index = 0;
    size_t length = 0;
    size_t record = 0;
    while (index < count) {
        if (bytes[index++] != STX) continue;
        size_t start = index;
        uint8_t sum = 0;
        while (index < count && bytes[index] != ETX && bytes[index] != ETB) sum += bytes[index++];
        if (index + 2 >= count) break;
        uint8_t end = bytes[index];
        sum += end;
        int high = digit(bytes[index + 1]);
        int low = digit(bytes[index + 2]);
        tally->frames++;
        if (high < 0 || low < 0 || sum != (uint8_t)(high << 4 | low)) {
            tally->refused++;
            index += 3;
            continue;
        }
        memcpy(text + length, bytes + start + 1, index - start - 1);
        length += index - start - 1;
        index += 3;
        /* The message is complete when its last record is the terminator. */
        for (size_t at = record; at < length; at++) {
            if (text[at] != CR) continue;
            if (text[record] == 'L') {
                find_fields(text, at + 1, CR, '|', "R", 1, tally);
                length = 0;
                at = 0;
            }
            record = length ? at + 1 : 0;
        }
    }
}

void yardstick_texts(struct yardstick_link link, const uint8_t *bytes, size_t count, uint8_t *text,
                     struct yardstick_tally *tally)
{
    size_t result_length = strnlen(link.result, sizeof link.result);
    size_t index = 0;
    while (index < count) {
        if (link.begin >= 0 && bytes[index++] != link.begin) continue;
        size_t length = 0;
        uint8_t sum = 0;
        while (index < count && bytes[index] != link.end) {
            sum += bytes[index];
            if (bytes[index] != link.filler) text[length++] = bytes[index];
            index++;
        }
        if (index == count) break;
        sum += bytes[index++];
        tally->frames++;
        if (link.is_summed) {
            if (index + 1 >= count) break;
            int high = digit(bytes[index]);
            int low = digit(bytes[index + 1]);
            index += 2;
            if (high < 0 || low < 0 || sum != (uint8_t)(high << 4 | low)) {
                tally->refused++;
                continue;
            }
        }
        find_fields(text, length, link.record, link.field, link.result, result_length, tally);
    }
}

void yardstick_markup(const uint8_t *bytes, size_t count, struct yardstick_tally *tally)
{
    long depth = 0;
    size_t index = 0;
    while (index < count) {
        if (bytes[index++] != '<') continue;
        size_t start = index;
        while (index < count && bytes[index] != '>') {
            if (bytes[index] == '"') {
                tally->offsets += index;
                tally->fields++;
                const uint8_t *close = memchr(bytes + index + 1, '"', count - index - 1);
                if (!close) return;
                index = (size_t)(close - bytes);
            }
            index++;
        }
        if (index == count) break;
        tally->records++;
        if (index - start == 3 && memcmp(bytes + start, "OBS", 3) == 0) tally->results++;
        if (bytes[start] == '/') depth--;
        else if (bytes[index - 1] != '/') depth++;
        if (depth == 0) tally->messages++;
    }
}
