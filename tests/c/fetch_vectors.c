#include "machine_vectors.h"

#define MACHINE nvo_fetch
#define MACHINE_CALL(verb) nvo_fetch_##verb
#include "machine_steps.inc"

cJSON *replay_fetch(struct vector *vector)
{
    nvo_error *error = NULL;
    nvo_settings *settings = parse_settings(vector, &error);
    nvo_fetch *fetch = NULL;
    size_t len;
    char *options = input(vector, "options.json", "{}", &len);
    cJSON *outcome;

    if (settings != NULL)
        nvo_fetch_begin(settings, TEXT(text_member(vector->about, "fetch")), options, len, &fetch, &error);
    free(options);
    outcome = error != NULL ? error_outcome(error) : take_steps(vector, fetch, settings);
    nvo_settings_free(settings);
    return outcome;
}

cJSON *replay_resume_fetch(struct vector *vector)
{
    return resume_checkpoint(vector);
}
