#include "export_vectors.h"

#include <stdlib.h>
#include <string.h>

/* The settings of a case. NULL and *error where they are refused. */
static nvo_settings *parse_settings(const struct vector *vector, nvo_error **error)
{
    nvo_settings *settings = NULL;
    size_t len;
    char *json = input(vector, "settings.json", "{}", &len);

    nvo_settings_parse(json, len, &settings, error);
    free(json);
    return settings;
}

/* Parses an owned text and frees it. */
static cJSON *parse_text(nvo_text *text)
{
    cJSON *parsed = cJSON_Parse(nvo_text_str(text).data);
    nvo_text_free(text);
    return parsed;
}

static cJSON *progress_of(const nvo_order_export *export_)
{
    nvo_text *text = NULL;
    CHECK(nvo_order_export_progress(export_, &text, NULL) == NVO_STATUS_OK);
    return parse_text(text);
}

static cJSON *report_of(const nvo_order_export *export_)
{
    nvo_text *text = NULL;
    CHECK(nvo_order_export_report(export_, &text, NULL) == NVO_STATUS_OK);
    return parse_text(text);
}

/* Polls; returns the output as JSON, compares the body of a request, and notes its id. */
static cJSON *poll_at(struct vector *vector, nvo_order_export *export_, int64_t now, size_t number, uint64_t *id)
{
    nvo_output *output = NULL;
    cJSON *json;

    CHECK(nvo_order_export_poll(export_, now, &output, NULL) == NVO_STATUS_OK);
    json = cJSON_Parse(nvo_output_json(output).data);
    CHECK(str_is(nvo_output_kind(output), text_member(json, "kind")));
    if (str_is(nvo_output_kind(output), "send")) {
        const cJSON *flag = cJSON_GetObjectItemCaseSensitive(json, "must_checkpoint");
        cJSON *request = cJSON_Parse(nvo_output_request(output).data);
        const nvo_str body = nvo_output_body(output);

        *id = nvo_output_id(output);
        CHECK(cJSON_Compare(request, cJSON_GetObjectItemCaseSensitive(json, "request"), 1));
        CHECK(str_is(nvo_output_order(output), text_member(json, "order")));
        CHECK(nvo_output_must_checkpoint(output) == (cJSON_IsTrue(flag) ? 1 : 0));
        if (body.len > 0)
            check_bytes(vector, number, "xml", body.data, body.len);
        cJSON_Delete(request);
    } else {
        CHECK(nvo_output_id(output) == 0 && nvo_output_request(output).data == NULL);
    }
    if (str_is(nvo_output_kind(output), "wait"))
        CHECK((double)nvo_output_until(output) == cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(json, "until")));
    nvo_output_free(output);
    return json;
}

/* Hands in what the step says; NULL, or what was wrong with that. */
static nvo_error *answer(const struct vector *vector, nvo_order_export *export_, const cJSON *step, uint64_t id)
{
    const cJSON *named = cJSON_GetObjectItemCaseSensitive(step, "id");
    const char *reply = text_member(step, "reply"), *no_reply = text_member(step, "no_reply");
    nvo_error *error = NULL;

    if (named != NULL)
        id = (uint64_t)cJSON_GetNumberValue(named);
    if (*reply != '\0') {
        const cJSON *http_status = cJSON_GetObjectItemCaseSensitive(step, "http_status");
        size_t len;
        char *body = input(vector, reply, NULL, &len);
        nvo_order_export_reply(export_, id, http_status ? (uint16_t)cJSON_GetNumberValue(http_status) : 200, body, len,
                               &error);
        free(body);
    } else if (*no_reply != '\0') {
        nvo_order_export_no_reply(export_, id, TEXT(no_reply), &error);
    }
    return error;
}

/* Compares the checkpoint, and gives the export that goes on from it in the place of the one that made it. */
static nvo_order_export *store_and_resume(struct vector *vector, nvo_order_export *export_, const nvo_settings *settings,
                                          size_t number)
{
    nvo_text *checkpoint = NULL;
    nvo_order_export *resumed = NULL;
    nvo_str text;

    CHECK(nvo_order_export_checkpoint(export_, &checkpoint, NULL) == NVO_STATUS_OK);
    nvo_order_export_free(export_);
    text = nvo_text_str(checkpoint);
    check_bytes(vector, number, "checkpoint", text.data, text.len);
    CHECK(nvo_order_export_resume(settings, text.data, text.len, &resumed, NULL) == NVO_STATUS_OK);
    nvo_text_free(checkpoint);
    return resumed;
}

cJSON *replay_export(struct vector *vector)
{
    nvo_error *error = NULL;
    nvo_settings *settings = parse_settings(vector, &error);
    nvo_order_export *export_ = NULL;
    size_t len, number = 0;
    char *orders = input(vector, "orders.json", NULL, &len);
    const cJSON *step;
    cJSON *outcome, *steps;
    uint64_t id = 0;

    if (settings != NULL)
        nvo_order_export_begin(settings, orders, len, &export_, &error);
    free(orders);
    if (error != NULL) {
        nvo_settings_free(settings);
        return error_outcome(error);
    }
    outcome = cJSON_CreateObject();
    steps = cJSON_AddArrayToObject(outcome, "steps");
    cJSON_ArrayForEach(step, cJSON_GetObjectItemCaseSensitive(vector->about, "steps"))
    {
        const int64_t now = (int64_t)cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(step, "now"));
        cJSON *shown = cJSON_CreateObject();

        number++;
        cJSON_AddItemToObject(shown, "output", poll_at(vector, export_, now, number, &id));
        if ((error = answer(vector, export_, step, id)) != NULL)
            cJSON_AddItemToObject(shown, "error", cJSON_Parse(nvo_error_json(error).data));
        nvo_error_free(error);
        if (cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(step, "resume")))
            export_ = store_and_resume(vector, export_, settings, number);
        cJSON_AddItemToArray(steps, shown);
    }
    nvo_settings_free(settings);
    cJSON_AddItemToObject(outcome, "progress", progress_of(export_));
    cJSON_AddItemToObject(outcome, "report", report_of(export_));
    nvo_order_export_free(export_);
    return outcome;
}

cJSON *replay_resume(struct vector *vector)
{
    nvo_error *error = NULL;
    nvo_settings *settings = parse_settings(vector, &error);
    nvo_order_export *export_ = NULL;
    size_t len;
    char *checkpoint = input(vector, "checkpoint.txt", NULL, &len);
    cJSON *outcome;

    if (settings != NULL)
        nvo_order_export_resume(settings, checkpoint, len, &export_, &error);
    free(checkpoint);
    nvo_settings_free(settings);
    outcome = error != NULL ? error_outcome(error) : result_outcome(progress_of(export_));
    nvo_order_export_free(export_);
    return outcome;
}
