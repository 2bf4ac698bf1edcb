/* Plain C decoders of lines: what "fast" means here. They find frames or texts, check their sums,
   and find where each record's fields begin. They make no values, know no dialect, answer nothing,
   and take the whole line as one piece. */
#ifndef YARDSTICK_H
#define YARDSTICK_H

#include <stdbool.h>
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

/* How a link is written that has a whole message in one text. */
struct yardstick_link {
    /* The character that begins a text; -1 where it begins behind the last one. */
    int begin;
    uint8_t end;
    /* A character that means nothing inside a text; -1 where there is none. */
    int filler;
    /* Two hexadecimal digits behind the end: the sum of all behind the begin, the end included. */
    bool is_summed;
    uint8_t record;
    uint8_t field;
    /* What a record begins with that reports a value. */
    char result[4];
};

/* Decodes `count` bytes of E1381 frames; `text` must hold `count` bytes too. */
void yardstick_decode(const uint8_t *bytes, size_t count, uint8_t *text,
                      struct yardstick_tally *tally);

/* Decodes `count` bytes of texts on another link; `text` must hold `count` bytes too. */
void yardstick_texts(struct yardstick_link link, const uint8_t *bytes, size_t count, uint8_t *text,
                     struct yardstick_tally *tally);

/* Finds the elements and attributes in `count` bytes of XML messages; OBS reports a value. */
void yardstick_markup(const uint8_t *bytes, size_t count, struct yardstick_tally *tally);

#endif
