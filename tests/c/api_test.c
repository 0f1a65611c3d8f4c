/*
 * What the header promises beyond results: who owns what, what NULL does, what an error leaves untouched.
 *
 *     api_test tests/c
 */
#include "support.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char CONNECTION[] = "{\"base_url\":\"https://isvapi.netvisor.fi\",\"sender\":\"Shop\",\"customer_id\":\"cust_1\","
                                 "\"customer_key\":\"CKEY-secret\",\"partner_id\":\"part_1\",\"partner_key\":\"PKEY-secret\","
                                 "\"organisation_id\":\"1234567-1\"}";
static const char REQUEST[] = "{\"method\":\"GET\",\"resource\":\"customerlist.nv\",\"query\":[[\"keyword\",\"TEMP\"]]}";
static const char REPLY[] = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?><Root><ResponseStatus><Status>OK</Status>"
                            "<TimeStamp>2.1.2026 3:04:05</TimeStamp></ResponseStatus><Replies><InsertedDataIdentifier>8"
                            "</InsertedDataIdentifier></Replies></Root>";

/* Where an output must stay as it was: an address no call could have made. */
static char untouched_byte;
#define UNTOUCHED(type) ((type *)(void *)&untouched_byte)

/* Whether the NUL byte stands where the length says, and nowhere before. */
static int is_c_string(nvo_str text)
{
    return text.data != NULL && strlen(text.data) == text.len;
}

/* Checks a failed call by its error, and frees that. */
static void check_error(nvo_error *error, const char *kind, const char *code)
{
    CHECK(error != NULL && error != UNTOUCHED(nvo_error));
    CHECK(str_is(nvo_error_kind(error), kind));
    CHECK(str_is(nvo_error_code(error), code));
    CHECK(nvo_error_message(error).len > 10);
    CHECK(nvo_error_path(error).data != NULL);
    CHECK(str_contains(nvo_error_json(error), code));
    CHECK(is_c_string(nvo_error_json(error)));
    nvo_error_free(error);
}

static int is_none(nvo_str text)
{
    return text.data == NULL && text.len == 0;
}

static void versions(void)
{
    set_context("versions");
    CHECK(str_is(nvo_version(), NVO_VERSION));
    CHECK(nvo_abi_version() == NVO_ABI_VERSION);
}

static void null_objects(void)
{
    set_context("NULL objects");
    nvo_settings_free(NULL);
    nvo_connection_free(NULL);
    nvo_order_free(NULL);
    nvo_preview_free(NULL);
    nvo_signed_free(NULL);
    nvo_order_export_free(NULL);
    nvo_output_free(NULL);
    nvo_text_free(NULL);
    nvo_error_free(NULL);
    CHECK(is_none(nvo_order_json(NULL)));
    CHECK(is_none(nvo_order_warnings_json(NULL)));
    CHECK(is_none(nvo_preview_json(NULL)));
    CHECK(nvo_preview_document_count(NULL) == 0);
    CHECK(is_none(nvo_preview_document_kind(NULL, 0)));
    CHECK(is_none(nvo_preview_document_when(NULL, 0)));
    CHECK(is_none(nvo_preview_document_request(NULL, 0)));
    CHECK(is_none(nvo_preview_document_body(NULL, 0)));
    CHECK(is_none(nvo_signed_method(NULL)));
    CHECK(is_none(nvo_signed_url(NULL)));
    CHECK(nvo_signed_header_count(NULL) == 0);
    CHECK(is_none(nvo_signed_header_name(NULL, 0)));
    CHECK(is_none(nvo_signed_header_value(NULL, 0)));
    CHECK(is_none(nvo_signed_json(NULL)));
    CHECK(is_none(nvo_output_json(NULL)));
    CHECK(is_none(nvo_output_kind(NULL)));
    CHECK(is_none(nvo_output_reason(NULL)));
    CHECK(is_none(nvo_output_request(NULL)));
    CHECK(is_none(nvo_output_body(NULL)));
    CHECK(is_none(nvo_output_order(NULL)));
    CHECK(nvo_output_id(NULL) == 0 && nvo_output_until(NULL) == 0 && nvo_output_must_checkpoint(NULL) == 0);
    CHECK(is_none(nvo_text_str(NULL)));
    CHECK(is_none(nvo_error_kind(NULL)));
    CHECK(is_none(nvo_error_code(NULL)));
    CHECK(is_none(nvo_error_path(NULL)));
    CHECK(is_none(nvo_error_message(NULL)));
    CHECK(is_none(nvo_error_json(NULL)));
}

/* Every call that can fail, with one argument wrong at a time. */
static void misuse(const nvo_settings *settings, const nvo_connection *connection)
{
    nvo_order_export *orders_export = NULL;
    nvo_host host;
    nvo_error *error;

#define REFUSED(type, code, call)                           \
    do {                                                    \
        type *out = UNTOUCHED(type);                        \
        error = NULL;                                       \
        CHECK((call) == NVO_STATUS_MISUSE);                 \
        CHECK(out == UNTOUCHED(type));                      \
        check_error(error, "misuse", code);                 \
    } while (0)
    set_context("misuse");
    REFUSED(nvo_settings, "argument_null", nvo_settings_parse(NULL, 2, &out, &error));
    REFUSED(nvo_settings, "argument_null", nvo_settings_parse(NULL, 0, &out, &error));
    REFUSED(nvo_settings, "argument_too_long", nvo_settings_parse("{}", (size_t)-1, &out, &error));
    REFUSED(nvo_connection, "argument_null", nvo_connection_parse(NULL, 2, &out, &error));
    REFUSED(nvo_order, "argument_null", nvo_read_order(NULL, 0, TEXT("{}"), &out, &error));
    REFUSED(nvo_order, "argument_null", nvo_read_order(TEXT("canonical"), NULL, 0, &out, &error));
    REFUSED(nvo_order, "argument_not_utf8", nvo_read_order("\xff", 1, TEXT("{}"), &out, &error));
    REFUSED(nvo_preview_result, "argument_null", nvo_preview(NULL, TEXT("{}"), NULL, 0, &out, &error));
    REFUSED(nvo_preview_result, "argument_null", nvo_preview(settings, NULL, 2, NULL, 0, &out, &error));
    REFUSED(nvo_preview_result, "argument_null", nvo_preview(settings, TEXT("{}"), NULL, 2, &out, &error));
    REFUSED(nvo_signed, "argument_null", nvo_connection_sign(NULL, TEXT(REQUEST), 0, TEXT("tx"), &out, &error));
    REFUSED(nvo_signed, "argument_null", nvo_connection_sign(connection, NULL, 0, 0, TEXT("tx"), &out, &error));
    REFUSED(nvo_signed, "argument_null", nvo_connection_sign(connection, TEXT(REQUEST), 0, NULL, 0, &out, &error));
    REFUSED(nvo_signed, "argument_not_utf8", nvo_connection_sign(connection, TEXT(REQUEST), 0, "\xc3", 1, &out, &error));
    CHECK(nvo_order_export_begin(settings, TEXT("[]"), &orders_export, NULL) == NVO_STATUS_OK);
    memset(&host, 0, sizeof host);
    REFUSED(nvo_order_export, "argument_null", nvo_order_export_begin(NULL, TEXT("[]"), &out, &error));
    REFUSED(nvo_order_export, "argument_null", nvo_order_export_begin(settings, NULL, 0, &out, &error));
    REFUSED(nvo_order_export, "argument_null", nvo_order_export_resume(NULL, TEXT("{}"), &out, &error));
    REFUSED(nvo_order_export, "argument_null", nvo_order_export_resume(settings, NULL, 0, &out, &error));
    REFUSED(nvo_order_export, "argument_not_utf8", nvo_order_export_resume(settings, "\xff", 1, &out, &error));
    REFUSED(nvo_output, "argument_null", nvo_order_export_poll(NULL, 0, &out, &error));
    REFUSED(nvo_text, "argument_null", nvo_order_export_checkpoint(NULL, &out, &error));
    REFUSED(nvo_text, "argument_null", nvo_order_export_progress(NULL, &out, &error));
    REFUSED(nvo_text, "argument_null", nvo_order_export_report(NULL, &out, &error));
    REFUSED(nvo_text, "argument_null", nvo_order_export_run(NULL, connection, &host, &out, &error));
    REFUSED(nvo_text, "argument_null", nvo_order_export_run(orders_export, NULL, &host, &out, &error));
    REFUSED(nvo_text, "argument_null", nvo_order_export_run(orders_export, connection, NULL, &out, &error));
    REFUSED(nvo_text, "argument_null", nvo_order_export_run(orders_export, connection, &host, &out, &error));
    REFUSED(nvo_text, "argument_null", nvo_order_export_reply(NULL, 1, 200, TEXT(REPLY), &error));
    REFUSED(nvo_text, "argument_null", nvo_order_export_reply(orders_export, 1, 200, NULL, 1, &error));
    REFUSED(nvo_text, "request_id_unknown", nvo_order_export_reply(orders_export, 1, 200, TEXT(REPLY), &error));
    REFUSED(nvo_text, "argument_null", nvo_order_export_no_reply(NULL, 1, TEXT("timeout"), &error));
    REFUSED(nvo_text, "argument_unknown", nvo_order_export_no_reply(orders_export, 1, TEXT("late"), &error));
    REFUSED(nvo_text, "request_id_unknown", nvo_order_export_no_reply(orders_export, 1, TEXT("timeout"), &error));
    REFUSED(nvo_text, "argument_null", nvo_answer_reply(NULL, 200, TEXT(REPLY), &error));
    REFUSED(nvo_text, "argument_null", nvo_answer_no_reply(NULL, TEXT("timeout"), &error));
    REFUSED(nvo_text, "argument_null", nvo_read_reply(NULL, 0, 200, TEXT(REPLY), &out, &error));
    REFUSED(nvo_text, "argument_null", nvo_read_reply(TEXT("customer.nv"), 200, NULL, 1, &out, &error));
#undef REFUSED

#define NO_OUT(call)                                        \
    do {                                                    \
        error = NULL;                                       \
        CHECK((call) == NVO_STATUS_MISUSE);                 \
        check_error(error, "misuse", "argument_null");      \
    } while (0)
    set_context("no place for the result");
    NO_OUT(nvo_settings_parse(TEXT("{}"), NULL, &error));
    NO_OUT(nvo_connection_parse(TEXT(CONNECTION), NULL, &error));
    NO_OUT(nvo_read_order(TEXT("canonical"), TEXT("{}"), NULL, &error));
    NO_OUT(nvo_preview(settings, TEXT("{}"), NULL, 0, NULL, &error));
    NO_OUT(nvo_connection_sign(connection, TEXT(REQUEST), 0, TEXT("tx"), NULL, &error));
    NO_OUT(nvo_order_export_begin(settings, TEXT("[]"), NULL, &error));
    NO_OUT(nvo_order_export_resume(settings, TEXT("{}"), NULL, &error));
    NO_OUT(nvo_order_export_poll(orders_export, 0, NULL, &error));
    NO_OUT(nvo_order_export_checkpoint(orders_export, NULL, &error));
    NO_OUT(nvo_order_export_progress(orders_export, NULL, &error));
    NO_OUT(nvo_order_export_report(orders_export, NULL, &error));
    NO_OUT(nvo_order_export_run(orders_export, connection, &host, NULL, &error));
    NO_OUT(nvo_read_reply(TEXT("customer.nv"), 200, TEXT(REPLY), NULL, &error));
#undef NO_OUT
    nvo_order_export_free(orders_export);

    set_context("no place for the error");
    CHECK(nvo_settings_parse(NULL, 0, NULL, NULL) == NVO_STATUS_MISUSE);
    CHECK(nvo_read_order(TEXT("canonical"), TEXT("{}"), NULL, NULL) == NVO_STATUS_MISUSE);
}

/* Inputs that core refuses. */
static void refusals(const nvo_settings *settings, const nvo_connection *connection)
{
    nvo_error *error = NULL;
    nvo_settings *no_settings = UNTOUCHED(nvo_settings);
    nvo_connection *no_connection = UNTOUCHED(nvo_connection);
    nvo_order *no_order = UNTOUCHED(nvo_order);
    nvo_preview_result *no_preview = UNTOUCHED(nvo_preview_result);
    nvo_signed *no_signed = UNTOUCHED(nvo_signed);
    nvo_text *no_text = UNTOUCHED(nvo_text);

    set_context("refusals");
    CHECK(nvo_settings_parse(TEXT("{"), &no_settings, &error) == NVO_STATUS_ERROR);
    check_error(error, "settings", "json_invalid");
    CHECK(nvo_settings_parse(TEXT("{\"nosuchkey\":1}"), &no_settings, &error) == NVO_STATUS_ERROR);
    CHECK(str_is(nvo_error_path(error), "/nosuchkey"));
    check_error(error, "settings", "field_unknown");
    CHECK(nvo_connection_parse("\xff\xfe", 2, &no_connection, &error) == NVO_STATUS_ERROR);
    check_error(error, "connection", "json_invalid");
    CHECK(nvo_read_order(TEXT("nosuchshop"), TEXT("{}"), &no_order, &error) == NVO_STATUS_ERROR);
    check_error(error, "order", "shop_unknown");
    CHECK(nvo_read_order(TEXT("canonical"), "", 0, &no_order, &error) == NVO_STATUS_ERROR);
    check_error(error, "order", "json_invalid");
    CHECK(nvo_preview(settings, TEXT("{\"number\":7}"), NULL, 0, &no_preview, &error) == NVO_STATUS_ERROR);
    CHECK(str_is(nvo_error_path(error), "/number"));
    check_error(error, "order", "type_mismatch");
    CHECK(nvo_connection_sign(connection, TEXT("[]"), 0, TEXT("tx"), &no_signed, &error) == NVO_STATUS_ERROR);
    check_error(error, "request", "type_mismatch");
    CHECK(nvo_connection_sign(connection, TEXT(REQUEST), 0, TEXT("a\nb"), &no_signed, &error) == NVO_STATUS_ERROR);
    check_error(error, "request", "stamp_invalid");
    CHECK(nvo_read_reply(TEXT("customer.nv"), 200, NULL, 0, &no_text, &error) == NVO_STATUS_ERROR);
    check_error(error, "reply", "reply_not_xml");
    CHECK(no_settings == UNTOUCHED(nvo_settings));
    CHECK(no_connection == UNTOUCHED(nvo_connection));
    CHECK(no_order == UNTOUCHED(nvo_order));
    CHECK(no_preview == UNTOUCHED(nvo_preview_result));
    CHECK(no_signed == UNTOUCHED(nvo_signed));
    CHECK(no_text == UNTOUCHED(nvo_text));

    set_context("refusals that nobody asks about");
    CHECK(nvo_settings_parse(TEXT("{"), &no_settings, NULL) == NVO_STATUS_ERROR);
    CHECK(nvo_preview(settings, TEXT("{}"), NULL, 0, &no_preview, NULL) == NVO_STATUS_ERROR);
}

/* A refused connection names what is wrong and quotes no key. */
static void secrets(void)
{
    static const char BAD[] = "{\"base_url\":\"https://isvapi.netvisor.fi\",\"sender\":\"Shop\",\"customer_id\":\"cust_1\","
                              "\"customer_key\":\"CKEY-secret\\n\",\"partner_id\":7,\"partner_key\":\"PKEY-secret\","
                              "\"organisation_id\":\"1234567-1\"}";
    nvo_connection *connection = NULL;
    nvo_error *error = NULL;

    set_context("secrets");
    CHECK(nvo_connection_parse(TEXT(BAD), &connection, &error) == NVO_STATUS_ERROR);
    CHECK(!str_contains(nvo_error_json(error), "secret"));
    CHECK(!str_contains(nvo_error_message(error), "secret"));
    nvo_error_free(error);
}

static void check_signed(const nvo_signed *signed_request, const char *url)
{
    size_t i, count = nvo_signed_header_count(signed_request);

    CHECK(str_is(nvo_signed_url(signed_request), url));
    CHECK(count >= 11);
    for (i = 0; i < count; i++) {
        const nvo_str name = nvo_signed_header_name(signed_request, i), value = nvo_signed_header_value(signed_request, i);
        CHECK(name.len > 0 && is_c_string(name));
        CHECK(value.len > 0 && is_c_string(value));
        CHECK(str_contains(nvo_signed_json(signed_request), name.data));
    }
    CHECK(is_none(nvo_signed_header_name(signed_request, count)));
    CHECK(is_none(nvo_signed_header_value(signed_request, (size_t)-1)));
    CHECK(!str_contains(nvo_signed_json(signed_request), "secret"));
}

/* From an order to signed requests; results outlive what they were made from, and a success leaves *err alone. */
static void whole_way(const char *folder)
{
    nvo_error *error = UNTOUCHED(nvo_error);
    nvo_settings *settings = NULL;
    nvo_connection *connection = NULL;
    nvo_order *order = NULL;
    nvo_preview_result *preview = NULL, *again = NULL;
    nvo_signed *get = NULL, *post = NULL;
    size_t order_len, i, count;
    char *order_json = read_file(folder, "order.json", &order_len);

    set_context("whole way");
    CHECK(order_json != NULL);
    CHECK(nvo_settings_parse(TEXT("{}"), &settings, &error) == NVO_STATUS_OK);
    CHECK(nvo_connection_parse(TEXT(CONNECTION), &connection, &error) == NVO_STATUS_OK);
    CHECK(nvo_read_order(TEXT("canonical"), order_json, order_len, &order, &error) == NVO_STATUS_OK);
    free(order_json);
    CHECK(str_contains(nvo_order_json(order), "\"10234\""));
    CHECK(str_is(nvo_order_warnings_json(order), "[]"));
    CHECK(nvo_preview(settings, nvo_order_json(order).data, nvo_order_json(order).len, NULL, 0, &preview, &error) ==
          NVO_STATUS_OK);
    CHECK(nvo_preview(settings, nvo_order_json(order).data, nvo_order_json(order).len, TEXT("{\"customer_key\":8}"),
                      &again, &error) == NVO_STATUS_OK);
    nvo_order_free(order);
    nvo_settings_free(settings);

    count = nvo_preview_document_count(preview);
    CHECK(count >= 1);
    for (i = 0; i < count; i++) {
        const nvo_str body = nvo_preview_document_body(preview, i);
        CHECK(nvo_preview_document_kind(preview, i).len > 0);
        CHECK(nvo_preview_document_when(preview, i).len > 0);
        CHECK(is_c_string(body) && strncmp(body.data, "<root>", 6) == 0);
        CHECK(str_contains(nvo_preview_json(preview), nvo_preview_document_kind(preview, i).data));
        /* Asked twice, the same bytes at the same place: a borrowed text stays valid. */
        CHECK(nvo_preview_document_request(preview, i).data == nvo_preview_document_request(preview, i).data);
    }
    CHECK(!str_contains(nvo_preview_json(preview), "<root>"));
    CHECK(is_none(nvo_preview_document_kind(preview, count)));
    CHECK(is_none(nvo_preview_document_when(preview, count)));
    CHECK(is_none(nvo_preview_document_request(preview, count)));
    CHECK(is_none(nvo_preview_document_body(preview, (size_t)-1)));

    CHECK(nvo_connection_sign(connection, TEXT(REQUEST), 1767323045000, TEXT("tx-0001"), &get, &error) == NVO_STATUS_OK);
    for (i = 0; i < nvo_preview_document_count(again) && post == NULL; i++) {
        if (str_is(nvo_preview_document_kind(again, i), "sales_invoice")) {
            const nvo_str request = nvo_preview_document_request(again, i);
            CHECK(nvo_connection_sign(connection, request.data, request.len, 1767323045000, TEXT("tx-0002"), &post,
                                      &error) == NVO_STATUS_OK);
        }
    }
    nvo_preview_free(preview);
    nvo_preview_free(again);
    nvo_connection_free(connection);
    CHECK(str_is(nvo_signed_method(get), "GET"));
    CHECK(str_is(nvo_signed_method(post), "POST"));
    check_signed(get, "https://isvapi.netvisor.fi/customerlist.nv?keyword=TEMP");
    check_signed(post, "https://isvapi.netvisor.fi/salesinvoice.nv?method=add");
    nvo_signed_free(get);
    nvo_signed_free(post);
    CHECK(error == UNTOUCHED(nvo_error));
}

static void reply(void)
{
    nvo_text *text = NULL;

    set_context("reply");
    CHECK(nvo_read_reply(TEXT("salesinvoice.nv"), 200, TEXT(REPLY), &text, NULL) == NVO_STATUS_OK);
    CHECK(str_contains(nvo_text_str(text), "\"outcome\":\"done\""));
    CHECK(str_contains(nvo_text_str(text), "\"inserted_key\":8"));
    CHECK(is_c_string(nvo_text_str(text)));
    nvo_text_free(text);
}

/* An export polled by hand. What it gave outlives it, and a checkpoint goes on where it was freed. */
static void export_by_hand(const nvo_settings *settings, const char *folder)
{
    nvo_order_export *orders_export = NULL, *resumed = NULL;
    nvo_output *first = NULL, *waiting = NULL, *again = NULL;
    nvo_text *checkpoint = NULL, *progress = NULL;
    nvo_error *error = UNTOUCHED(nvo_error);
    size_t order_len;
    char *order = read_file(folder, "order.json", &order_len);
    char orders[4096];

    set_context("export by hand");
    CHECK(order != NULL && snprintf(orders, sizeof orders, "[%s]", order) < (int)sizeof orders);
    free(order);
    CHECK(nvo_order_export_begin(settings, TEXT(orders), &orders_export, &error) == NVO_STATUS_OK);
    CHECK(nvo_order_export_poll(orders_export, 1000, &first, &error) == NVO_STATUS_OK);
    CHECK(nvo_order_export_poll(orders_export, 2000, &waiting, &error) == NVO_STATUS_OK);
    CHECK(nvo_order_export_no_reply(orders_export, nvo_output_id(first), TEXT("timeout"), &error) == NVO_STATUS_OK);
    CHECK(nvo_order_export_checkpoint(orders_export, &checkpoint, &error) == NVO_STATUS_OK);
    CHECK(nvo_order_export_progress(orders_export, &progress, &error) == NVO_STATUS_OK);
    nvo_order_export_free(orders_export);

    CHECK(str_is(nvo_output_kind(first), "send"));
    CHECK(str_contains(nvo_output_request(first), "salesinvoicelist.nv"));
    CHECK(is_c_string(nvo_output_json(first)) && nvo_output_body(first).len == 0);
    CHECK(is_none(nvo_output_reason(first)));
    CHECK(str_is(nvo_output_kind(waiting), "wait") && str_is(nvo_output_reason(waiting), "in_flight"));
    CHECK(is_none(nvo_output_request(waiting)) && is_none(nvo_output_body(waiting)));
    CHECK(str_is(nvo_text_str(progress), "{\"total\":1,\"done\":0,\"current\":\"10234\"}"));
    nvo_output_free(first);
    nvo_output_free(waiting);
    nvo_text_free(progress);

    CHECK(is_c_string(nvo_text_str(checkpoint)));
    CHECK(nvo_order_export_resume(settings, nvo_text_str(checkpoint).data, nvo_text_str(checkpoint).len, &resumed,
                                  &error) == NVO_STATUS_OK);
    nvo_text_free(checkpoint);
    CHECK(nvo_order_export_poll(resumed, 3000, &again, &error) == NVO_STATUS_OK);
    CHECK(nvo_output_id(again) == 2);
    nvo_output_free(again);
    nvo_order_export_free(resumed);
    CHECK(error == UNTOUCHED(nvo_error));
}

int main(int argc, char **argv)
{
    nvo_settings *settings = NULL;
    nvo_connection *connection = NULL;

    versions();
    null_objects();
    set_context("set-up");
    CHECK(argc == 2);
    CHECK(nvo_settings_parse(TEXT("{}"), &settings, NULL) == NVO_STATUS_OK);
    CHECK(nvo_connection_parse(TEXT(CONNECTION), &connection, NULL) == NVO_STATUS_OK);
    misuse(settings, connection);
    refusals(settings, connection);
    if (argc == 2)
        export_by_hand(settings, argv[1]);
    nvo_settings_free(settings);
    nvo_connection_free(connection);
    secrets();
    if (argc == 2)
        whole_way(argv[1]);
    reply();
    return finish("api_test");
}
