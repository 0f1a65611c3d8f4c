/*
 * Replays the golden cases, byte for byte:
 *
 *     vectors_test tests/vectors
 *
 * Each case folder holds case.json, its inputs, and what must come out: outcome.json, compared as parsed values, and
 * expect-*.xml, .http and .checkpoint, compared byte for byte. A file named expect-* that nothing was compared with is a
 * failure, and so is finding no case.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* opendir */
#endif
#include "machine_vectors.h"
#include "vector.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A request signed and compared with expect-INDEX.http. NULL, or why it could not be signed. */
static nvo_error *check_sign(struct vector *vector, const nvo_connection *connection, const char *request,
                             size_t request_len, const char *transaction_id, size_t index)
{
    const cJSON *stamp = cJSON_GetObjectItemCaseSensitive(vector->about, "stamp");
    const int64_t unix_ms = (int64_t)cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(stamp, "unix_ms"));
    nvo_signed *signed_request = NULL;
    nvo_error *error = NULL;
    struct buffer http = {NULL, 0};
    nvo_str part;
    size_t i;

    if (nvo_connection_sign(connection, request, request_len, unix_ms, TEXT(transaction_id), &signed_request, &error) !=
        NVO_STATUS_OK)
        return error;
    part = nvo_signed_method(signed_request);
    append(&http, part.data, part.len);
    append(&http, " ", 1);
    part = nvo_signed_url(signed_request);
    append(&http, part.data, part.len);
    append(&http, "\n", 1);
    for (i = 0; i < nvo_signed_header_count(signed_request); i++) {
        part = nvo_signed_header_name(signed_request, i);
        append(&http, part.data, part.len);
        append(&http, ": ", 2);
        part = nvo_signed_header_value(signed_request, i);
        append(&http, part.data, part.len);
        append(&http, "\n", 1);
    }
    check_bytes(vector, index, "http", http.data, http.len);
    free(http.data);
    nvo_signed_free(signed_request);
    return NULL;
}

/* The connection all cases share, unless the case has one of its own. NULL and *error where it is refused. */
static nvo_connection *parse_connection(const struct vector *vector, nvo_error **error)
{
    nvo_connection *connection = NULL;
    size_t len;
    char *json = read_file(vector->folder, "connection.json", &len);

    if (json == NULL)
        json = read_file(vector->root, "connection.json", &len);
    CHECK(json != NULL);
    nvo_connection_parse(json, len, &connection, error);
    free(json);
    return connection;
}

/* Bodies and signatures of all documents; returns what the outcome says about them. */
static cJSON *check_documents(struct vector *vector, const nvo_preview_result *preview, const cJSON *documents)
{
    const cJSON *stamp = cJSON_GetObjectItemCaseSensitive(vector->about, "stamp");
    nvo_error *error = NULL;
    nvo_connection *connection = parse_connection(vector, &error);
    cJSON *described = cJSON_CreateArray();
    size_t i;

    CHECK(connection != NULL);
    nvo_error_free(error);
    CHECK(nvo_preview_document_count(preview) == (size_t)cJSON_GetArraySize(documents));
    for (i = 0; i < nvo_preview_document_count(preview); i++) {
        const nvo_str request = nvo_preview_document_request(preview, i);
        const nvo_str body = nvo_preview_document_body(preview, i);
        const cJSON *document = cJSON_GetArrayItem(documents, (int)i);
        const cJSON *awaits = cJSON_GetObjectItemCaseSensitive(document, "awaits");
        cJSON *description = cJSON_Parse(request.data);
        char transaction_id[256];

        CHECK(str_is(nvo_preview_document_kind(preview, i), text_member(document, "kind")));
        CHECK(str_is(nvo_preview_document_when(preview, i), text_member(document, "when")));
        CHECK(cJSON_Compare(description, cJSON_GetObjectItemCaseSensitive(document, "request"), 1));
        check_bytes(vector, i + 1, "xml", body.data, body.len);
        snprintf(transaction_id, sizeof transaction_id, "%s-%lu", text_member(stamp, "transaction_id"),
                 (unsigned long)i + 1);
        if (cJSON_GetArraySize(awaits) == 0) {
            error = check_sign(vector, connection, request.data, request.len, transaction_id, i + 1);
            CHECK(error == NULL);
        } else {
            nvo_signed *none = NULL;
            CHECK(nvo_connection_sign(connection, request.data, request.len, 0, TEXT(transaction_id), &none, &error) ==
                  NVO_STATUS_ERROR);
            CHECK(str_is(nvo_error_code(error), "request_incomplete"));
        }
        nvo_error_free(error);
        error = NULL;

        cJSON_DeleteItemFromObjectCaseSensitive(description, "awaits");
        cJSON_AddStringToObject(description, "kind", nvo_preview_document_kind(preview, i).data);
        cJSON_AddStringToObject(description, "when", nvo_preview_document_when(preview, i).data);
        cJSON_AddItemToObject(description, "awaits", cJSON_Duplicate(awaits, 1));
        cJSON_AddItemToArray(described, description);
    }
    nvo_connection_free(connection);
    return described;
}

/* order.json, filled up with blanks at its end where the case says to how many bytes. The caller frees it. */
static char *order_input(const struct vector *vector, size_t *len)
{
    const double bytes = cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(vector->about, "order_bytes"));
    struct buffer order = {NULL, 0};

    order.data = input(vector, "order.json", NULL, &order.len);
    if (bytes > (double)order.len) { /* NaN where the case does not say */
        const size_t missing = (size_t)bytes - order.len;
        char *blanks = (char *)malloc(missing);
        if (blanks == NULL)
            abort();
        memset(blanks, ' ', missing);
        append(&order, blanks, missing);
        free(blanks);
    }
    *len = order.len;
    return order.data;
}

static cJSON *replay_preview(struct vector *vector)
{
    nvo_settings *settings = NULL;
    nvo_order *order = NULL;
    nvo_preview_result *preview = NULL;
    nvo_error *error = NULL;
    size_t settings_len, order_len, known_len;
    char *settings_json = input(vector, "settings.json", "{}", &settings_len);
    char *order_json = order_input(vector, &order_len);
    char *known_json = input(vector, "known.json", "{}", &known_len);
    cJSON *outcome;

    if (nvo_settings_parse(settings_json, settings_len, &settings, &error) == NVO_STATUS_OK &&
        nvo_read_order(TEXT(text_member(vector->about, "shop")), order_json, order_len, &order, &error) ==
            NVO_STATUS_OK &&
        nvo_preview(settings, nvo_order_json(order).data, nvo_order_json(order).len, known_json, known_len, &preview,
                    &error) == NVO_STATUS_OK) {
        cJSON *head = cJSON_Parse(nvo_preview_json(preview).data);
        outcome = cJSON_CreateObject();
        cJSON_AddItemToObject(outcome, "order", cJSON_Parse(nvo_order_json(order).data));
        cJSON_AddItemToObject(outcome, "read_warnings", cJSON_Parse(nvo_order_warnings_json(order).data));
        cJSON_AddItemToObject(outcome, "documents",
                              check_documents(vector, preview, cJSON_GetObjectItemCaseSensitive(head, "documents")));
        cJSON_AddItemToObject(outcome, "warnings", cJSON_DetachItemFromObjectCaseSensitive(head, "warnings"));
        cJSON_Delete(head);
    } else {
        outcome = error_outcome(error);
    }
    nvo_preview_free(preview);
    nvo_order_free(order);
    nvo_settings_free(settings);
    free(settings_json);
    free(order_json);
    free(known_json);
    return outcome;
}

static cJSON *replay_read_order(struct vector *vector)
{
    nvo_order *order = NULL;
    nvo_error *error = NULL;
    size_t len;
    char *json = order_input(vector, &len);
    cJSON *result;

    nvo_read_order(TEXT(text_member(vector->about, "shop")), json, len, &order, &error);
    free(json);
    if (error != NULL)
        return error_outcome(error);
    result = cJSON_CreateObject();
    cJSON_AddItemToObject(result, "order", cJSON_Parse(nvo_order_json(order).data));
    cJSON_AddItemToObject(result, "warnings", cJSON_Parse(nvo_order_warnings_json(order).data));
    nvo_order_free(order);
    return result_outcome(result);
}

static cJSON *replay_settings(struct vector *vector)
{
    nvo_settings *settings = NULL;
    nvo_error *error = NULL;
    size_t len;
    char *json = input(vector, "settings.json", NULL, &len);

    nvo_settings_parse(json, len, &settings, &error);
    free(json);
    nvo_settings_free(settings);
    return error != NULL ? error_outcome(error) : result_outcome(cJSON_CreateString("ok"));
}

static cJSON *replay_connection(struct vector *vector)
{
    nvo_error *error = NULL;
    nvo_connection_free(parse_connection(vector, &error));
    return error != NULL ? error_outcome(error) : result_outcome(cJSON_CreateString("ok"));
}

static cJSON *replay_sign(struct vector *vector)
{
    const cJSON *stamp = cJSON_GetObjectItemCaseSensitive(vector->about, "stamp");
    nvo_error *error = NULL;
    nvo_connection *connection = parse_connection(vector, &error);
    size_t len;
    char *json = input(vector, "request.json", NULL, &len);

    if (connection != NULL)
        error = check_sign(vector, connection, json, len, text_member(stamp, "transaction_id"), 1);
    free(json);
    nvo_connection_free(connection);
    return error != NULL ? error_outcome(error) : result_outcome(cJSON_CreateString("ok"));
}

/* The outcome of a call that gives a text of JSON; frees both. */
static cJSON *text_outcome(nvo_text *text, nvo_error *error)
{
    cJSON *result;

    if (error != NULL)
        return error_outcome(error);
    result = cJSON_Parse(nvo_text_str(text).data);
    nvo_text_free(text);
    return result_outcome(result);
}

static cJSON *replay_read_reply(struct vector *vector)
{
    const cJSON *http_status = cJSON_GetObjectItemCaseSensitive(vector->about, "http_status");
    nvo_text *text = NULL;
    nvo_error *error = NULL;
    size_t len;
    char *body = input(vector, "reply.xml", NULL, &len);

    nvo_read_reply(TEXT(text_member(vector->about, "resource")), (uint16_t)cJSON_GetNumberValue(http_status), body, len,
                   &text, &error);
    free(body);
    return text_outcome(text, error);
}

static cJSON *replay_required_permissions(struct vector *vector)
{
    nvo_text *text = NULL;
    nvo_error *error = NULL;
    nvo_settings *settings = parse_settings(vector, &error);
    size_t len;
    char *features = input(vector, "features.json", NULL, &len);

    if (settings != NULL)
        nvo_required_permissions(settings, features, len, &text, &error);
    free(features);
    nvo_settings_free(settings);
    return text_outcome(text, error);
}

/* Two registers, matched by one of two functions. */
static cJSON *replay_match(struct vector *vector)
{
    nvo_text *text = NULL;
    nvo_error *error = NULL;
    size_t shop_len, netvisor_len, options_len;
    char *shop = input(vector, "shop.json", NULL, &shop_len);
    char *netvisor = input(vector, "netvisor.json", NULL, &netvisor_len);
    char *options = input(vector, "options.json", "{}", &options_len);

    if (strcmp(text_member(vector->about, "operation"), "match_products") == 0)
        nvo_match_products(shop, shop_len, netvisor, netvisor_len, options, options_len, &text, &error);
    else
        nvo_match_customers(shop, shop_len, netvisor, netvisor_len, options, options_len, &text, &error);
    free(shop);
    free(netvisor);
    free(options);
    return text_outcome(text, error);
}

static const struct {
    const char *name;
    cJSON *(*replay)(struct vector *vector);
} operations[] = {
    {"preview", replay_preview},       {"read_order", replay_read_order}, {"settings", replay_settings},
    {"connection", replay_connection}, {"sign", replay_sign},             {"read_reply", replay_read_reply},
    {"export", replay_export},         {"resume", replay_resume},         {"fetch", replay_fetch},
    {"resume_fetch", replay_resume_fetch},
    {"required_permissions", replay_required_permissions},
    {"match_customers", replay_match}, {"match_products", replay_match},
};

static void replay(struct vector *vector, const cJSON *codes)
{
    cJSON *expected = NULL, *made = NULL;
    size_t len, i;
    char *text = input(vector, "case.json", NULL, &len);

    vector->about = cJSON_Parse(text);
    free(text);
    text = input(vector, "outcome.json", NULL, &len);
    expected = cJSON_Parse(text);
    free(text);
    for (i = 0; i < sizeof operations / sizeof *operations; i++)
        if (strcmp(text_member(vector->about, "operation"), operations[i].name) == 0)
            made = operations[i].replay(vector);
    CHECK(expected != NULL && made != NULL);
    CHECK(cJSON_Compare(expected, made, 1));
    if (!cJSON_Compare(expected, made, 1)) {
        text = cJSON_Print(made);
        fprintf(stderr, "made\n%s\n", text != NULL ? text : "nothing: unknown operation");
        free(text);
    }
    check_codes(made, codes);
    check_nothing_left(vector);
    cJSON_Delete(expected);
    cJSON_Delete(made);
    cJSON_Delete(vector->about);
}

int main(int argc, char **argv)
{
    DIR *root = argc == 2 ? opendir(argv[1]) : NULL;
    struct dirent *entry;
    unsigned cases = 0;
    size_t len;
    char *text = root != NULL ? read_file(argv[1], "error-codes.json", &len) : NULL;
    cJSON *codes = text != NULL ? cJSON_Parse(text) : NULL;

    CHECK(codes != NULL);
    while (root != NULL && (entry = readdir(root)) != NULL) {
        struct vector vector = {argv[1], "", NULL, {""}, 0};
        if (strchr(entry->d_name, '.') != NULL)
            continue; /* a file of all cases */
        snprintf(vector.folder, sizeof vector.folder, "%s/%s", argv[1], entry->d_name);
        set_context(entry->d_name);
        replay(&vector, codes);
        cases++;
    }
    set_context("");
    CHECK(cases > 0);
    printf("%u cases\n", cases);
    if (root != NULL)
        closedir(root);
    cJSON_Delete(codes);
    free(text);
    return finish("vectors_test");
}
