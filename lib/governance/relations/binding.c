/* SPDX-License-Identifier: MIT */
/* How a document binds. A part of a policy is as mandatory as the policy; what stands alone binds as its type says. */
#include "governance/relations/binding.h"

#include <stdatomic.h>
#include <string.h>

#include "base/error.h"
#include "governance/relations/target.h"
#include "governance/rows/judged_rows.h"
#include "policydoc/relation.h"

#define MOST_CONTAINERS 32u /* looked at for one document: containers lie in containers */
#define BY_CONTAINER    "by-container"

/* The strongest first: of several containers it counts. */
static const char *const strengths[] = {"mandatory", "mixed", "flexible", "advisory"};

static size_t strength_of(const char *code)
{
    size_t at = 0;
    while (at < sizeof strengths / sizeof *strengths && (!code || strcmp(strengths[at], code) != 0))
        at++;
    return at;
}

static const char *name_of(const struct pdoc__type *type)
{
    return type->rule.label ? type->rule.label : type->rule.id;
}

static const char *title_of(const pdoc_document *doc)
{
    const char *title = pdoc_document_title(doc);
    return title ? title : doc->id;
}

/* The containers of the document that a judge is turned to, behind those that are listed; more than fit are not told.
 */
static size_t add_containers(struct pdoc__judge *judge, const pdoc_document **list, size_t count, bool *is_alone,
                             bool *is_complete)
{
    static const char *const kinds[] = {"part-of", "attached-to"};
    *is_alone = true;
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        size_t found;
        const pdoc_relation **relations = pdoc__relations_of(judge, kinds[kind], true, &found);
        for (size_t i = 0; i < found; i++) {
            const pdoc_document *container = pdoc__other_end(judge, relations[i]);
            bool is_new = container && container != judge->doc;
            *is_alone = false;
            *is_complete &= container != NULL; /* a manual outside the register: how it binds is not known */
            for (size_t j = 0; j < count; j++)
                is_new &= list[j] != container;
            if (is_new && count == MOST_CONTAINERS)
                *is_complete = false;
            else if (is_new)
                list[count++] = container;
        }
    }
    return count;
}

/* How a type binds where nothing holds the document; NULL: its profile does not say. */
static struct pdoc__binding alone(struct pdoc__judge *judge, const struct pdoc__type *type)
{
    struct pdoc__binding out = {.code = type->alone, .rule = &type->rule};
    out.reason = type->alone
                     ? PDOC__PHRASE(judge, "it stands alone, and the type ", name_of(type), " is then ", type->alone)
                     : PDOC__PHRASE(judge, "it stands alone, and the profile does not say how the type ", name_of(type),
                                    " binds then");
    return out;
}

static struct pdoc__binding untold(const char *reason)
{
    return (struct pdoc__binding){.reason = reason};
}

/* The strongest of what the containers bind by; containers of that sort themselves lead to theirs. */
static struct pdoc__binding by_containers(struct pdoc__judge *judge, const pdoc_document **list, size_t count,
                                          bool is_complete)
{
    struct pdoc__binding best = untold("it is a part of a document of which it cannot be told how it binds");
    const struct pdoc__type *own = judge->type;
    for (size_t i = 0; i < count; i++) {
        struct pdoc__judge *other = pdoc__judge_other(judge, list[i], judge->day);
        const struct pdoc__type *type = other ? other->type : NULL;
        const char *code = type ? type->binding : NULL;
        bool is_alone = false;
        if (code && strcmp(code, BY_CONTAINER) == 0) {
            count = add_containers(other, list, count, &is_alone, &is_complete);
            code = is_alone ? type->alone : NULL;
        }
        judge->out_of_memory |= other && other->out_of_memory;
        if (!code || strength_of(code) >= strength_of(best.code))
            continue;
        best = (struct pdoc__binding){.code = code, .rule = &own->rule, .container = list[i]};
        best.reason = PDOC__PHRASE(judge, "it is a part of \"", title_of(list[i]), "\" (", list[i]->id,
                                   "), which is of the type ", name_of(type), " and ", code);
    }
    if (!is_complete && (!best.code || strength_of(best.code) > 0))
        return untold("it is a part of a document of which it cannot be told how it binds");
    return best;
}

struct pdoc__binding pdoc__binding(struct pdoc__judge *judge)
{
    const struct pdoc__type *type = judge->type;
    if (!type)
        return untold("its type is not known, or not one of its profile");
    if (!type->binding)
        return untold("its profile does not say how its type binds");
    if (strcmp(type->binding, BY_CONTAINER) != 0)
        return (struct pdoc__binding){.code = type->binding,
                                      .rule = &type->rule,
                                      .reason = PDOC__PHRASE(judge, "the type ", name_of(type), " is ", type->binding)};
    const pdoc_document *list[MOST_CONTAINERS];
    bool is_alone;
    bool is_complete = true;
    const size_t count = add_containers(judge, list, 0, &is_alone, &is_complete);
    return is_alone ? alone(judge, type) : by_containers(judge, list, count, is_complete);
}

/* ---- the public answer ---- */

struct pdoc_binding {
    atomic_size_t references;
    struct pdoc__arena arena;
    pdoc_profile *profile; /* held: rule and clause are its texts */
    const struct pdoc__rule *rule;
    const char *code;
    const char *reason;
    const char *container;
};

static const char *kept(struct pdoc_binding *binding, const char *text, bool *failed, pdoc_error **error)
{
    const char *copy = text ? pdoc__arena_text(&binding->arena, text, strlen(text), error) : NULL;
    *failed |= text && !copy;
    return copy;
}

static pdoc_binding *binding_new(const struct pdoc__judge *judge, const struct pdoc__binding *found, pdoc_error **error)
{
    bool failed = false;
    pdoc_binding *out = pdoc__alloc_zero(1, sizeof *out, error);
    if (!out)
        return NULL;
    atomic_init(&out->references, 1);
    out->code = kept(out, found->code, &failed, error);
    if (!failed)
        out->reason = kept(out, found->reason, &failed, error);
    if (!failed)
        out->container = kept(out, found->container ? found->container->id : NULL, &failed, error);
    out->rule = found->rule;
    out->profile = judge->profile ? pdoc__profile_hold(judge->profile) : NULL;
    if (!failed)
        return out;
    pdoc_binding_unref(out);
    return NULL;
}

pdoc_binding *pdoc_document_binding(const pdoc_document *doc, const pdoc_basis *basis, pdoc_error **error)
{
    struct pdoc__judge judge;
    pdoc_binding *out = NULL;
    if (!doc) {
        pdoc__fail(error, PDOC_ERR_ARGUMENT, "a document is needed");
        return NULL;
    }
    if (!pdoc__judge_begin(&judge, doc->reg, basis, error))
        return NULL;
    if (pdoc__judge_take(&judge, doc, error)) {
        const struct pdoc__binding found = pdoc__binding(&judge);
        if (judge.out_of_memory)
            pdoc__fail_memory(error);
        else
            out = binding_new(&judge, &found, error);
    }
    pdoc__judge_end(&judge);
    return out;
}

pdoc_binding *pdoc_binding_ref(pdoc_binding *binding)
{
    if (binding)
        atomic_fetch_add_explicit(&binding->references, 1, memory_order_relaxed);
    return binding;
}

void pdoc_binding_unref(pdoc_binding *binding)
{
    if (!binding || atomic_fetch_sub_explicit(&binding->references, 1, memory_order_acq_rel) != 1)
        return;
    pdoc_profile_unref(binding->profile);
    pdoc__arena_free(&binding->arena);
    pdoc__free(binding);
}

const char *pdoc_binding_code(const pdoc_binding *binding)
{
    return binding ? binding->code : NULL;
}

const char *pdoc_binding_reason(const pdoc_binding *binding)
{
    return binding ? binding->reason : NULL;
}

const char *pdoc_binding_rule(const pdoc_binding *binding)
{
    return binding && binding->rule ? binding->rule->id : NULL;
}

const char *pdoc_binding_clause(const pdoc_binding *binding)
{
    return binding && binding->rule ? binding->rule->clause : NULL;
}

bool pdoc_binding_is_inferred(const pdoc_binding *binding)
{
    return binding && binding->rule && binding->rule->inferred;
}

const char *pdoc_binding_container(const pdoc_binding *binding)
{
    return binding ? binding->container : NULL;
}
