/* One golden case: its files, and what has been compared with them. */
#ifndef NETVISOR_ORDERS_TEST_VECTOR_H
#define NETVISOR_ORDERS_TEST_VECTOR_H

#include "support.h"

#include <cjson/cJSON.h>

/* One case, while it is replayed. */
struct vector {
    const char *root;       /* tests/vectors */
    char folder[1024];      /* tests/vectors/NAME */
    cJSON *about;           /* case.json */
    char compared[512][32]; /* the expect-* files used so far */
    size_t compared_count;
};

/* Bytes that grow. Start with {NULL, 0}; the caller frees data. */
struct buffer {
    char *data;
    size_t len;
};

void append(struct buffer *buffer, const char *data, size_t len);

/* The text of a member; empty where there is none. */
const char *text_member(const cJSON *object, const char *name);

/* An input file, or the text to take where there is none. The caller frees it. */
char *input(const struct vector *vector, const char *name, const char *otherwise, size_t *len);

/* The settings of a case. NULL and *error where they are refused. */
nvo_settings *parse_settings(const struct vector *vector, nvo_error **error);

/* Compares with expect-INDEX.KIND, byte for byte. */
void check_bytes(struct vector *vector, size_t index, const char *kind, const char *data, size_t len);

/* The outcome of a failed call; frees the error. */
cJSON *error_outcome(nvo_error *error);

/* {"result": RESULT} */
cJSON *result_outcome(cJSON *result);

/* Checks that every file named expect-* was compared with something. */
void check_nothing_left(const struct vector *vector);

/* Checks that every fault inside a value has a code of tests/vectors/error-codes.json. */
void check_codes(const cJSON *value, const cJSON *codes);

#endif
