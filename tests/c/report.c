#include "report.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

static const char *text_of(const cJSON *object, const char *name)
{
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
    return text != NULL ? text : "";
}

static void print_faults(const char *title, const cJSON *faults)
{
    const cJSON *fault;
    cJSON_ArrayForEach(fault, faults)
        printf("  %s %s %s: %s\n", title, text_of(fault, "code"), text_of(fault, "path"), text_of(fault, "message"));
}

/* Our reasons, then Netvisor's with its own words. */
static void print_trouble(const cJSON *trouble)
{
    const cJSON *refusal = cJSON_GetObjectItemCaseSensitive(trouble, "refusal");

    print_faults("fault", cJSON_GetObjectItemCaseSensitive(trouble, "faults"));
    if (refusal != NULL)
        printf("  refused %s: %s\n    Netvisor: %s\n", text_of(refusal, "code"), text_of(refusal, "message"),
               text_of(refusal, "netvisor_text"));
}

static void print_order(const cJSON *order)
{
    const cJSON *document = cJSON_GetObjectItemCaseSensitive(order, "document");
    const cJSON *payment;

    printf("%s: %s", text_of(order, "order"), text_of(order, "outcome"));
    if (document != NULL) {
        const cJSON *number = cJSON_GetObjectItemCaseSensitive(document, "number");
        printf(", %s", text_of(document, "kind"));
        if (cJSON_IsNumber(number))
            printf(" %.0f", cJSON_GetNumberValue(number));
        printf(" (key %.0f)", cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(document, "netvisor_key")));
    }
    cJSON_ArrayForEach(payment, cJSON_GetObjectItemCaseSensitive(order, "payments"))
        printf(", payment of %s %s", text_of(payment, "amount"), text_of(payment, "state"));
    printf("\n");
    print_faults("warning", cJSON_GetObjectItemCaseSensitive(order, "warnings"));
    print_trouble(order);
}

struct summary print_report(const char *json)
{
    cJSON *report = cJSON_Parse(json);
    const cJSON *order, *stopped = cJSON_GetObjectItemCaseSensitive(report, "stopped");
    struct summary summary = {0, 0, 0, 0};

    cJSON_ArrayForEach(order, cJSON_GetObjectItemCaseSensitive(report, "orders"))
    {
        const char *outcome = text_of(order, "outcome");
        print_order(order);
        summary.orders++;
        summary.in_netvisor += strcmp(outcome, "exported") == 0 || strcmp(outcome, "already_exported") == 0;
        summary.in_doubt += strcmp(outcome, "in_doubt") == 0;
    }
    summary.finished = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(report, "finished"));
    if (stopped != NULL) {
        printf("stopped\n");
        print_trouble(stopped);
    }
    printf("%d of %d orders are in Netvisor\n", summary.in_netvisor, summary.orders);
    cJSON_Delete(report);
    return summary;
}
