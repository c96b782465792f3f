/* SPDX-License-Identifier: MIT */
/* Levels 10,000 documents, and lets GLPK solve the same instance in the same run, documents that are alike as one: first its
   linear relaxation, which is a bound and no plan, then whole numbers, which are a plan. Prints the ratios of their times. */
#include <glpk.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "governance/levelling/level.h"
#include "measure.h"

enum { DOCUMENTS = 10000, MONTHS = 36, OWNERS = 40, RUNS = 5, MOST_CLASSES = DOCUMENTS, LONGEST_MS = 20000 };

/* Documents that are alike; for GLPK they are one. */
struct class {
    struct pdoc__months months;
    uint32_t effort;
    uint32_t owner;
    uint32_t count;
};

struct instance {
    struct pdoc__job jobs[DOCUMENTS];
    uint32_t capacities[OWNERS];
    size_t owner_count; /* 0: no capacities */
    struct class classes[MOST_CLASSES];
    size_t class_count;
    bool is_whole; /* GLPK is asked for a plan, too */
    double bound;  /* of GLPK's relaxation */
    double peak;   /* of GLPK's plan */
    struct pdoc__level level;
};

static uint64_t state = 5;

static uint32_t pick(uint32_t below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(state >> 33) % below;
}

static void add_to_class(struct instance *instance, const struct pdoc__job *job)
{
    const uint32_t owner = instance->owner_count ? job->owner : 0;
    size_t i = 0;
    for (; i < instance->class_count; i++) {
        struct class *class = &instance->classes[i];
        if (class->effort == job->effort && class->owner == owner &&
            memcmp(&class->months, &job->months, sizeof job->months) == 0)
            break;
    }
    if (i == instance->class_count)
        instance->classes[instance->class_count++] =
            (struct class){.months = job->months, .effort = job->effort, .owner = owner};
    instance->classes[i].count++;
}

/* More is due in some years than in others, none is held in August and December; with owners, a third has two fixed
   months a year, and the capacities leave a tenth of room. */
static void make(struct instance *instance, size_t owner_count)
{
    static const uint32_t efforts[] = {1, 1, 1, 1, 2, 2, 3, 5, 8};
    uint64_t total = 0;
    memset(instance, 0, sizeof *instance);
    instance->owner_count = owner_count;
    for (size_t i = 0; i < DOCUMENTS; i++) {
        struct pdoc__job *job = &instance->jobs[i];
        *job = (struct pdoc__job){.effort = efforts[pick(9)], .owner = owner_count ? pick(OWNERS) : UINT32_MAX, .previous = -1};
        total += job->effort;
        const uint32_t last = pick(2) ? pick(MONTHS) : 6 + pick(8);
        const bool is_fixed = owner_count && pick(3) == 0;
        for (uint32_t back = 0; back <= (is_fixed ? 23 : 2 + pick(5)) && back <= last; back++) {
            const uint32_t of_year = (last - back) % 12;
            if (is_fixed ? of_year == 0 || of_year == 6 : of_year != 4 && of_year != 8)
                pdoc__months_add(&job->months, last - back);
        }
        if (job->months.words[0] == 0)
            pdoc__months_add(&job->months, last);
        add_to_class(instance, job);
    }
    for (size_t i = 0; i < owner_count; i++)
        instance->capacities[i] = (uint32_t)(total * 6 / (OWNERS * MONTHS));
    instance->level = (struct pdoc__level){.jobs = instance->jobs,
                                           .count = DOCUMENTS,
                                           .month_count = MONTHS,
                                           .capacities = instance->capacities,
                                           .owner_count = owner_count};
}

static void level(void *context)
{
    struct instance *instance = context;
    if (pdoc__level(&instance->level, NULL))
        return;
    fprintf(stderr, "bench: levelling ran out of memory\n");
    exit(1);
}

struct model {
    int *rows;
    int *columns;
    double *values;
    int count;
};

static void put(struct model *model, int row, int column, double value)
{
    model->count++;
    model->rows[model->count] = row;
    model->columns[model->count] = column;
    model->values[model->count] = value;
}

/* Rows: the classes, then the months, then the capacities. Columns: the peak, then each class in each of its months. */
static glp_prob *model_of(const struct instance *instance)
{
    const int classes = (int)instance->class_count;
    const int rows = classes + MONTHS + (int)instance->owner_count * MONTHS;
    const size_t room = instance->class_count * MONTHS * 3 + MONTHS + 2;
    struct model model = {malloc(room * sizeof(int)), malloc(room * sizeof(int)), malloc(room * sizeof(double)), 0};
    glp_prob *problem = glp_create_prob();
    int column = 1;
    if (!model.rows || !model.columns || !model.values)
        exit(1);
    glp_add_rows(problem, rows);
    glp_add_cols(problem, 1);
    glp_set_col_bnds(problem, 1, GLP_LO, 0, 0);
    glp_set_obj_coef(problem, 1, 1);
    for (int month = 0; month < MONTHS; month++) {
        glp_set_row_bnds(problem, classes + month + 1, GLP_UP, 0, 0);
        put(&model, classes + month + 1, 1, -1);
    }
    for (int row = classes + MONTHS; row < rows; row++)
        glp_set_row_bnds(problem, row + 1, GLP_UP, 0, instance->capacities[(row - classes - MONTHS) / MONTHS]);
    for (int i = 0; i < classes; i++) {
        const struct class *class = &instance->classes[i];
        glp_set_row_bnds(problem, i + 1, GLP_FX, class->count, class->count);
        for (int month = 0; month < MONTHS; month++) {
            if (!pdoc__months_has(&class->months, (uint32_t)month))
                continue;
            glp_add_cols(problem, 1);
            glp_set_col_bnds(problem, ++column, GLP_LO, 0, 0);
            put(&model, i + 1, column, 1);
            put(&model, classes + month + 1, column, class->effort);
            if (instance->owner_count)
                put(&model, classes + MONTHS + (int)class->owner * MONTHS + month + 1, column, class->effort);
        }
    }
    glp_load_matrix(problem, model.count, model.rows, model.columns, model.values);
    free(model.rows);
    free(model.columns);
    free(model.values);
    return problem;
}

static void ask_glpk(void *context)
{
    struct instance *instance = context;
    glp_prob *problem = model_of(instance);
    glp_smcp simplex;
    glp_iocp whole;
    glp_init_smcp(&simplex);
    simplex.msg_lev = GLP_MSG_OFF;
    simplex.presolve = GLP_ON;
    const bool is_solved = glp_simplex(problem, &simplex) == 0 && glp_get_status(problem) == GLP_OPT;
    instance->bound = is_solved ? glp_get_obj_val(problem) : -1;
    if (instance->is_whole) {
        for (int column = 1; column <= glp_get_num_cols(problem); column++)
            glp_set_col_kind(problem, column, GLP_IV);
        glp_init_iocp(&whole);
        whole.msg_lev = GLP_MSG_OFF;
        whole.presolve = GLP_ON;
        whole.tm_lim = LONGEST_MS;
        const int code = glp_intopt(problem, &whole);
        const bool has_plan = code == 0 || code == GLP_ETMLIM;
        instance->peak = has_plan && glp_mip_status(problem) != GLP_UNDEF ? glp_mip_obj_val(problem) : -1;
    }
    glp_delete_prob(problem);
}

static void line(const char *what, double ratio)
{
    printf("%-58s %8.2f\n", what, ratio);
}

/* A plan, and a bound that is GLPK's rounded up? */
static bool compare(struct instance *instance, const char *relaxed, const char *whole)
{
    const struct pdoc__level *plan = &instance->level;
    const double ours = bench_best(level, instance, RUNS);
    instance->is_whole = false;
    const double bounding = bench_best(ask_glpk, instance, 1);
    instance->is_whole = true;
    const double planning = bench_best(ask_glpk, instance, 1);
    line(relaxed, bounding / ours);
    line(whole, planning / ours);
    printf("  ours: peak %lu, bound %lu, %.1f ms; GLPK: bound %.4f, %.1f ms, peak %.0f, %.1f ms\n",
           (unsigned long)plan->peak, (unsigned long)plan->lower_bound, ours * 1e3, instance->bound, bounding * 1e3,
           instance->peak, planning * 1e3);
    return plan->is_feasible && (double)plan->lower_bound + 1e-6 >= instance->bound &&
           (double)plan->lower_bound < instance->bound + 1 + 1e-6;
}

int main(void)
{
    static struct instance instance;
    make(&instance, 0);
    const bool is_plain_right = compare(&instance, "levelling 10,000 documents, against GLPK's bound",
                                        "the same, against GLPK's plan");
    make(&instance, OWNERS);
    const bool is_bound_right = compare(&instance, "with capacities and fixed months, against GLPK's bound",
                                        "the same, against GLPK's plan (20 seconds at most)");
    if (is_plain_right && is_bound_right)
        return 0;
    fprintf(stderr, "bench: there is no plan, or the bounds differ\n");
    return 1;
}
