#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* opendir */
#endif
#include "vector.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void append(struct buffer *buffer, const char *data, size_t len)
{
    char *larger = (char *)realloc(buffer->data, buffer->len + len + 1);
    if (larger == NULL)
        abort();
    memcpy(larger + buffer->len, data, len);
    buffer->data = larger;
    buffer->len += len;
}

const char *text_member(const cJSON *object, const char *name)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
    return text != NULL ? text : "";
}

char *input(const struct vector *vector, const char *name, const char *otherwise, size_t *len)
{
    char *data = read_file(vector->folder, name, len);
    if (data == NULL && otherwise != NULL) {
        struct buffer buffer = {NULL, 0};
        append(&buffer, otherwise, strlen(otherwise) + 1);
        data = buffer.data;
        *len = buffer.len - 1;
    }
    CHECK(data != NULL);
    return data;
}

nvo_settings *parse_settings(const struct vector *vector, nvo_error **error)
{
    nvo_settings *settings = NULL;
    size_t len;
    char *json = input(vector, "settings.json", "{}", &len);

    nvo_settings_parse(json, len, &settings, error);
    free(json);
    return settings;
}

void check_bytes(struct vector *vector, size_t index, const char *kind, const char *data, size_t len)
{
    char name[32];
    size_t expected_len;
    char *expected;

    snprintf(name, sizeof name, "expect-%lu.%s", (unsigned long)index, kind);
    expected = read_file(vector->folder, name, &expected_len);
    CHECK(expected != NULL);
    CHECK(expected != NULL && expected_len == len && memcmp(expected, data, len) == 0);
    if (expected != NULL && (expected_len != len || memcmp(expected, data, len) != 0))
        fprintf(stderr, "%s: expected\n%s\n%s: made\n%.*s\n", name, expected, name, (int)len, data);
    free(expected);
    if (vector->compared_count < sizeof vector->compared / sizeof *vector->compared)
        strcpy(vector->compared[vector->compared_count++], name);
}

cJSON *error_outcome(nvo_error *error)
{
    cJSON *outcome = cJSON_CreateObject();
    cJSON_AddItemToObject(outcome, "error", cJSON_Parse(nvo_error_json(error).data));
    nvo_error_free(error);
    return outcome;
}

cJSON *result_outcome(cJSON *result)
{
    cJSON *outcome = cJSON_CreateObject();
    cJSON_AddItemToObject(outcome, "result", result);
    return outcome;
}

void check_nothing_left(const struct vector *vector)
{
    DIR *folder = opendir(vector->folder);
    struct dirent *entry;

    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        size_t i = 0;
        if (strncmp(entry->d_name, "expect-", 7) != 0)
            continue;
        while (i < vector->compared_count && strcmp(vector->compared[i], entry->d_name) != 0)
            i++;
        if (i == vector->compared_count)
            fprintf(stderr, "%s/%s was not made\n", vector->folder, entry->d_name);
        CHECK(i < vector->compared_count);
    }
    if (folder != NULL)
        closedir(folder);
}

void check_codes(const cJSON *value, const cJSON *codes)
{
    const cJSON *child, *code;

    if (cJSON_HasObjectItem(value, "code") && cJSON_HasObjectItem(value, "messages")) {
        int known = 0;
        cJSON_ArrayForEach(code, codes)
            known |= strcmp(text_member(code, "code"), text_member(value, "code")) == 0;
        CHECK(known);
    }
    cJSON_ArrayForEach(child, value)
        check_codes(child, codes);
}
