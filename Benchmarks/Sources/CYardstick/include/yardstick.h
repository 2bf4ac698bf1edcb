/* A plain C decoder of E1381 lines: what "fast" means here. It finds frames, checks their sums,
   joins their texts to messages, and finds where each record's fields begin. It makes no values,
   knows no dialect, and takes the whole line as one piece. */
#ifndef YARDSTICK_H
#define YARDSTICK_H

#include <stddef.h>
#include <stdint.h>

struct yardstick_tally {
    size_t frames;
    size_t refused;
    size_t messages;
    size_t records;
    size_t results;
    size_t fields;
    /* The sum of all field offsets, so that no compiler can leave them out. */
    uint64_t offsets;
};

/* Decodes `count` bytes; `text` must hold `count` bytes too. */
void yardstick_decode(const uint8_t *bytes, size_t count, uint8_t *text,
                      struct yardstick_tally *tally);

#endif
