/*
 * Exports orders to a Netvisor at which all sorts of things go wrong:
 *
 *     faults_test FOLDER
 *
 * FOLDER holds connection.json, orders.json and settings.json; the checkpoint is kept there too. Waits of minutes are jumped
 * over; what Netvisor carries out late must come within a quarter of a second. Where an order is in doubt in the end, the
 * export is resumed from its checkpoint; where one was given up, all are exported again. Whoever calls this looks into
 * Netvisor afterwards.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* nanosleep */
#endif
#include "curl_host.h"
#include "report.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CHECKPOINT "checkpoint.txt"

enum { ANSWER_WITHIN_MS = 500, RUNS_AT_MOST = 10 };

/* A host whose clock is ahead of the time. The functions of curl_host see their own part of it. */
struct hurried_host {
    struct curl_host curl;
    int64_t ahead_ms;
    size_t last_done;
};

static int64_t hurried_clock(void *context)
{
    return unix_milliseconds() + ((struct hurried_host *)context)->ahead_ms;
}

static int jump(void *context, int64_t until_unix_ms, nvo_str reason)
{
    const struct timespec until_late_requests_are_carried_out = {0, 250000000};

    CHECK(str_is(reason, "back_off") || str_is(reason, "maintenance") || str_is(reason, "quarantine"));
    nanosleep(&until_late_requests_are_carried_out, NULL);
    ((struct hurried_host *)context)->ahead_ms += until_unix_ms - hurried_clock(context);
    return 0;
}

static void watch(void *context, size_t total, size_t done, nvo_str current)
{
    struct hurried_host *host = (struct hurried_host *)context;
    CHECK(host->last_done <= done && done <= total && current.data != NULL);
    host->last_done = done;
}

static struct summary run(struct hurried_host *hurried, nvo_order_export *orders_export, const nvo_connection *connection)
{
    nvo_host host = curl_host_functions(&hurried->curl);
    nvo_text *report = NULL;
    struct summary summary;

    host.wait = jump;
    host.clock = hurried_clock;
    host.progress = watch;
    hurried->last_done = 0;
    CHECK(nvo_order_export_run(orders_export, connection, &host, &report, NULL) == NVO_STATUS_OK);
    nvo_order_export_free(orders_export);
    summary = print_report(nvo_text_str(report).data);
    nvo_text_free(report);
    return summary;
}

/* A file of the folder, without which there is no test. The caller frees it. */
static char *needed_file(const char *folder, const char *name, size_t *len)
{
    char *data = read_file(folder, name, len);
    if (data == NULL) {
        fprintf(stderr, "there is no %s in %s\n", name, folder);
        exit(EXIT_FAILURE);
    }
    return data;
}

/* A new export of all orders, or the one that is kept in the folder. */
static nvo_order_export *make_export(const char *folder, const nvo_settings *settings, int resume)
{
    nvo_order_export *orders_export = NULL;
    size_t len;
    char *text = needed_file(folder, resume ? CHECKPOINT : "orders.json", &len);

    if (resume)
        CHECK(nvo_order_export_resume(settings, text, len, &orders_export, NULL) == NVO_STATUS_OK);
    else
        CHECK(nvo_order_export_begin(settings, text, len, &orders_export, NULL) == NVO_STATUS_OK);
    free(text);
    return orders_export;
}

int main(int argc, char **argv)
{
    struct hurried_host hurried;
    nvo_connection *connection = NULL;
    nvo_settings *settings = NULL;
    struct summary summary = {1, 0, 0, 0};
    char checkpoint_path[4096], *text;
    size_t len;
    int runs = 0;

    if (argc != 2) {
        fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return EXIT_FAILURE;
    }
    text = needed_file(argv[1], "connection.json", &len);
    CHECK(nvo_connection_parse(text, len, &connection, NULL) == NVO_STATUS_OK);
    free(text);
    text = needed_file(argv[1], "settings.json", &len);
    CHECK(nvo_settings_parse(text, len, &settings, NULL) == NVO_STATUS_OK);
    free(text);

    memset(&hurried, 0, sizeof hurried);
    CHECK(snprintf(checkpoint_path, sizeof checkpoint_path, "%s/" CHECKPOINT, argv[1]) < (int)sizeof checkpoint_path);
    CHECK(curl_host_open(&hurried.curl, checkpoint_path));
    hurried.curl.timeout_ms = ANSWER_WITHIN_MS;
    do {
        const int resume = !summary.finished || summary.in_doubt > 0;
        summary = run(&hurried, make_export(argv[1], settings, resume), connection);
    } while (++runs < RUNS_AT_MOST && summary.in_netvisor < summary.orders);
    CHECK(summary.finished && summary.orders > 0 && summary.in_netvisor == summary.orders);
    CHECK(hurried.ahead_ms > 0); /* else nothing went wrong, and nothing was tested */
    printf("%d runs\n", runs);
    curl_host_close(&hurried.curl);
    nvo_connection_free(connection);
    nvo_settings_free(settings);
    return finish("faults_test");
}
