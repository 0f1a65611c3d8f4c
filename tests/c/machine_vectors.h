/* The golden cases of exports and fetches: a machine polled and answered step by step, stored and resumed. */
#ifndef NETVISOR_ORDERS_TEST_MACHINE_VECTORS_H
#define NETVISOR_ORDERS_TEST_MACHINE_VECTORS_H

#include "vector.h"

/* The operation "export": compares bodies and checkpoints; returns the outcome. */
cJSON *replay_export(struct vector *vector);

/* The operation "resume"; returns the outcome. */
cJSON *replay_resume(struct vector *vector);

/* The operation "fetch": compares checkpoints; returns the outcome. */
cJSON *replay_fetch(struct vector *vector);

/* The operation "resume_fetch"; returns the outcome. */
cJSON *replay_resume_fetch(struct vector *vector);

#endif
