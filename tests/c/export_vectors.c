#include "machine_vectors.h"

#define MACHINE nvo_order_export
#define MACHINE_CALL(verb) nvo_order_export_##verb
#include "machine_steps.inc"

cJSON *replay_export(struct vector *vector)
{
    nvo_error *error = NULL;
    nvo_settings *settings = parse_settings(vector, &error);
    nvo_order_export *orders_export = NULL;
    size_t len;
    char *orders = input(vector, "orders.json", NULL, &len);
    cJSON *outcome;

    if (settings != NULL)
        nvo_order_export_begin(settings, orders, len, &orders_export, &error);
    free(orders);
    outcome = error != NULL ? error_outcome(error) : take_steps(vector, orders_export, settings);
    nvo_settings_free(settings);
    return outcome;
}

cJSON *replay_resume(struct vector *vector)
{
    return resume_checkpoint(vector);
}
