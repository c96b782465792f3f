/* SPDX-License-Identifier: MIT */
/* The shapes that the lines of the core are written in. The files of a language give the
 * typemaps, and BODY, COLUMN, COLUMNS, DOC, ENUM, LIST, LONG, OR_NONE, PUBLISHED, SETTER and
 * WRITES. */

/* Words that a getter or parameter of the core is typed by, beside those of the library. */
%{
typedef const char *TEXT;        /* always there */
typedef const char *MAYBE_TEXT;  /* NULL: not recorded, not given */
typedef size_t MAYBE_INDEX;      /* SIZE_MAX: none */
typedef uint32_t MAYBE_NUMBER;   /* 0: none */
%}

/* CLASS(C, Name): a counted object of the library. */
%define CLASS(C, NAME)
%rename(NAME) C;
%nodefaultctor C;
%{
#define delete_##C(self) C##_unref(self)
#define TAKE_p_##C(self) C##_ref(self)
%}
struct C {};
BODY(C)
COLUMNS(C)
%extend C {
    ~C();
}
%enddef

/* GET(C, TYPE, name): a property, read by C_name(self). */
%define GET(C, TYPE, NAME)
DOC(C, NAME, C##_##NAME)
%{
#define C##_##NAME##_get(self) C##_##NAME(self)
%}
%immutable C::NAME;
%extend C {
    TYPE NAME;
}
COLUMN(C, TYPE, NAME)
%enddef

/* GET_SET(C, TYPE, name): a property, read by C_name(self), written by C_set_name(self, value, error). */
%define GET_SET(C, TYPE, NAME)
DOC(C, NAME, C##_##NAME)
%{
#define C##_##NAME##_get(self) C##_##NAME(self)
#define C##_##NAME##_set(self, value) ignore_status(C##_set_##NAME(self, value, &error))
%}
SETTER(C, NAME)
%extend C {
    TYPE NAME;
}
COLUMN(C, TYPE, NAME)
%enddef

/* ASK(C, TYPE, name, function): a property, read by another function than its name says. */
%define ASK(C, TYPE, NAME, FUNCTION)
DOC(C, NAME, FUNCTION)
%{
#define C##_##NAME##_get(self) FUNCTION(self)
%}
%immutable C::NAME;
%extend C {
    TYPE NAME;
}
COLUMN(C, TYPE, NAME)
%enddef

/* OBJECT(C, TYPE, name, function): a property that is an object, or for another reason no column of rows. */
%define OBJECT(C, TYPE, NAME, FUNCTION)
DOC(C, NAME, FUNCTION)
%{
#define C##_##NAME##_get(self) FUNCTION(self)
%}
%immutable C::NAME;
%extend C {
    TYPE NAME;
}
%enddef

/* ITEM(I, C, Name): one of the things that a C lists by index; it holds the C. */
%define ITEM(I, C, NAME)
%rename(NAME) I;
%nodefaultctor I;
%{
typedef struct I {
    struct C *of;
    size_t at;
} I;
static I *I##_make(struct C *of, size_t at)
{
    I *item = malloc(sizeof *item);
    if (item)
        *item = (I){.of = C##_ref(of), .at = at};
    return item;
}
#define TAKE_p_##I(self) (self)
static void delete_##I(I *self)
{
    C##_unref(self->of);
    free(self);
}
static bool I##_is_same(const I *self, const I *other)
{
    return self->of == other->of && self->at == other->at;
}
%}
struct I {};
BODY(I)
COLUMNS(I)
%extend I {
    ~I();
    bool is_same(const I *other);
}
%enddef

/* FIELD(I, PREFIX, TYPE, name): a property of an item, read by PREFIX_name(of, at). */
%define FIELD(I, PREFIX, TYPE, NAME)
FIELD_BY(I, TYPE, NAME, PREFIX##_##NAME)
%enddef

/* FIELD_BY(I, TYPE, name, function): the same by a function of another name. */
%define FIELD_BY(I, TYPE, NAME, FUNCTION)
DOC(I, NAME, FUNCTION)
%{
#define I##_##NAME##_get(self) FUNCTION((self)->of, (self)->at)
%}
%immutable I::NAME;
%extend I {
    TYPE NAME;
}
COLUMN(I, TYPE, NAME)
%enddef

/* ITEMS(C, I, plural, count): a list of items. */
%define ITEMS(C, I, PLURAL, COUNT)
%{
#define C##_##PLURAL##_count(self) COUNT(self)
#define C##_##PLURAL##_at(self, index) I##_make(self, index)
static const void *C##_##PLURAL##_place(void *self, size_t index, void *space)
{
    I *item = space;
    *item = (I){.of = self, .at = index};
    return item;
}
%}
LIST(C, I, PLURAL, COUNT)
%enddef

/* PARTS(C, P, plural, count, at): a list of parts that the library borrows out. */
%define PARTS(C, P, PLURAL, COUNT, AT)
%{
#define C##_##PLURAL##_count(self) COUNT(self)
#define C##_##PLURAL##_at(self, index) AT(self, index)
static const void *C##_##PLURAL##_place(void *self, size_t index, void *space)
{
    (void)space;
    return AT((struct C *)self, index);
}
%}
LIST(C, P, PLURAL, COUNT)
%enddef

/* WORDS(C, plural, count, at): a list of texts. */
%define WORDS(C, PLURAL, COUNT, AT)
DOC(C, PLURAL, AT)
%{
static const char *C##_##PLURAL##_word(const void *self, size_t index)
{
    return AT((const struct C *)self, index);
}
#define C##_##PLURAL##_get(self) ((texts){.of = (self), .count = COUNT(self), .at = C##_##PLURAL##_word})
%}
%immutable C::PLURAL;
%extend C {
    texts PLURAL;
}
%enddef
%{
/* A list of texts that comes in. */
typedef struct texts_in {
    const char *const *items;
    size_t count;
} texts_in;

/* A hash as text. */
typedef struct pdoc_hash {
    char text[65];
} pdoc_hash;

typedef struct texts {
    const void *of;
    size_t count;
    const char *(*at)(const void *of, size_t index);
} texts;
%}

/* NEW(C, name): what a method returns is a new reference, and not borrowed. */
%define NEW(C, NAME)
%newobject C::NAME;
%enddef

/* ITEM2(J, I, Name): one of the things that an item I lists; it holds what the item holds. */
%define ITEM2(J, I, NAME)
%rename(NAME) J;
%nodefaultctor J;
%{
typedef struct J {
    I *of;
    size_t at;
} J;
static J *J##_make(I *outer, size_t at)
{
    J *item = malloc(sizeof *item);
    I *of = item ? I##_make(outer->of, outer->at) : NULL;
    if (of)
        *item = (J){.of = of, .at = at};
    else
        free(item);
    return of ? item : NULL;
}
#define TAKE_p_##J(self) (self)
static void delete_##J(J *self)
{
    delete_##I(self->of);
    free(self);
}
static bool J##_is_same(const J *self, const J *other)
{
    return I##_is_same(self->of, other->of) && self->at == other->at;
}
%}
struct J {};
BODY(J)
COLUMNS(J)
%extend J {
    ~J();
    bool is_same(const J *other);
}
%enddef

/* FIELD2, FIELD2_BY, ITEMS2: as FIELD, FIELD_BY and ITEMS, for what has two indexes. */
%define FIELD2(J, PREFIX, TYPE, NAME)
FIELD2_BY(J, TYPE, NAME, PREFIX##_##NAME)
%enddef
%define FIELD2_BY(J, TYPE, NAME, FUNCTION)
DOC(J, NAME, FUNCTION)
%{
#define J##_##NAME##_get(self) FUNCTION((self)->of->of, (self)->of->at, (self)->at)
%}
%immutable J::NAME;
%extend J {
    TYPE NAME;
}
COLUMN(J, TYPE, NAME)
%enddef
%define ITEMS2(I, J, PLURAL, COUNT)
%{
#define I##_##PLURAL##_count(self) COUNT((self)->of, (self)->at)
#define I##_##PLURAL##_at(self, index) J##_make(self, index)
static const void *I##_##PLURAL##_place(void *self, size_t index, void *space)
{
    J *item = space;
    *item = (J){.of = self, .at = index};
    return item;
}
%}
LIST(I, J, PLURAL, COUNT)
%enddef

/* HELD(C, Name, free): an object of the library that has one owner; held_C counts those who hold it. */
%define HELD(C, NAME, FREE)
%{
typedef struct held_##C {
    C *it;
    atomic_size_t holders;
} held_##C;
/* Takes over what a call made; NULL where it made nothing, or memory runs out. */
static held_##C *held_##C##_make(C *it)
{
    held_##C *made = it ? malloc(sizeof *made) : NULL;
    if (made)
        *made = (held_##C){.it = it, .holders = 1};
    else
        FREE(it);
    return made;
}
static held_##C *held_##C##_ref(held_##C *self)
{
    self->holders++;
    return self;
}
static void held_##C##_unref(held_##C *self)
{
    if (!self || self->holders-- > 1)
        return;
    FREE(self->it);
    free(self);
}
%}
CLASS(held_##C, NAME)
%enddef

/* HELD_GET, HELD_FIELD, HELD_ITEMS: as GET, FIELD and ITEMS, for those. */
%define HELD_GET(C, TYPE, NAME)
DOC(held_##C, NAME, C##_##NAME)
%{
#define held_##C##_##NAME##_get(self) C##_##NAME((self)->it)
%}
%immutable held_##C::NAME;
%extend held_##C {
    TYPE NAME;
}
%enddef
%define HELD_FIELD(I, PREFIX, TYPE, NAME)
DOC(I, NAME, PREFIX##_##NAME)
%{
#define I##_##NAME##_get(self) PREFIX##_##NAME((self)->of->it, (self)->at)
%}
%immutable I::NAME;
%extend I {
    TYPE NAME;
}
COLUMN(I, TYPE, NAME)
%enddef
%define HELD_ITEMS(C, I, PLURAL, COUNT)
%{
#define held_##C##_##PLURAL##_count(self) COUNT((self)->it)
#define held_##C##_##PLURAL##_at(self, index) I##_make(self, index)
static const void *held_##C##_##PLURAL##_place(void *self, size_t index, void *space)
{
    I *item = space;
    *item = (I){.of = self, .at = index};
    return item;
}
%}
LIST(held_##C, I, PLURAL, COUNT)
%enddef
