/* SPDX-License-Identifier: MIT */
/* Lists in Python: a sequence of objects, and all of it at once as named tuples, which is several times faster. */
%{
/* Every property of a class that is a value is a column of its rows, in the order of the core. */
struct column {
    char name[32];
    PyObject *(*read)(const void *item);
};
struct columns {
    size_t count;
    struct column all[128];
};

/* Adds a column; one whose name is there already is left out: what a document says of itself comes before its sheet. */
static void add_column(struct columns *columns, const char *name, PyObject *(*read)(const void *item))
{
    struct column column = {.read = read};
    for (size_t i = 0; name[i] && i + 1 < sizeof column.name; i++)
        column.name[i] = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] - 'A' + 'a') : name[i];
    for (size_t i = 0; i < columns->count; i++)
        if (strcmp(columns->all[i].name, column.name) == 0)
            return;
    if (columns->count < sizeof columns->all / sizeof *columns->all)
        columns->all[columns->count++] = column;
}

static PyObject *names_of_columns(const struct columns *columns)
{
    PyObject *names = PyTuple_New((Py_ssize_t)columns->count);
    for (size_t i = 0; names && i < columns->count; i++) {
        PyObject *name = PyUnicode_FromString(columns->all[i].name);
        if (!name)
            Py_CLEAR(names);
        else
            PyTuple_SET_ITEM(names, (Py_ssize_t)i, name);
    }
    return names;
}

/* The columns that a tuple names; their number, or -1 with an exception. */
static Py_ssize_t choose_columns(const struct columns *columns, PyObject *names, struct columns *chosen)
{
    const Py_ssize_t count = PyTuple_Check(names) ? PyTuple_GET_SIZE(names) : -1;
    chosen->count = 0;
    for (Py_ssize_t i = 0; i < count; i++)
        for (size_t each = 0; each < columns->count; each++)
            if (PyUnicode_Check(PyTuple_GET_ITEM(names, i)) &&
                PyUnicode_CompareWithASCIIString(PyTuple_GET_ITEM(names, i), columns->all[each].name) == 0)
                add_column(chosen, columns->all[each].name, columns->all[each].read);
    if (count >= 0 && chosen->count == (size_t)count)
        return count;
    PyErr_Format(PyExc_ValueError, "there is no such column, or one is named twice: %R", names);
    return -1;
}

static PyObject *row_of(const struct columns *chosen, PyTypeObject *type, const void *item)
{
    PyObject *row = type->tp_alloc(type, (Py_ssize_t)chosen->count);
    for (size_t i = 0; row && i < chosen->count; i++) {
        PyObject *value = chosen->all[i].read(item);
        if (!value)
            Py_CLEAR(row);
        else
            PyTuple_SET_ITEM(row, (Py_ssize_t)i, value);
    }
    return row;
}

/* A list: how many there are, and the one at a place, for which there is space. */
struct listed {
    void *of;
    size_t count;
    const void *(*at)(void *of, size_t index, void *space);
};

static PyObject *rows_of(struct listed list, const struct columns *columns, PyObject *type, PyObject *names)
{
    struct columns chosen;
    union { void *pointers[4]; size_t numbers[4]; } space;
    if (!PyType_Check(type) || !PyType_IsSubtype((PyTypeObject *)type, &PyTuple_Type))
        return PyErr_Format(PyExc_TypeError, "rows are of a type of tuple");
    if (choose_columns(columns, names, &chosen) < 0)
        return NULL;
    PyObject *rows = PyList_New((Py_ssize_t)list.count);
    for (size_t i = 0; rows && i < list.count; i++) {
        PyObject *row = row_of(&chosen, (PyTypeObject *)type, list.at(list.of, i, &space));
        if (!row)
            Py_CLEAR(rows);
        else
            PyList_SET_ITEM(rows, (Py_ssize_t)i, row);
    }
    return rows;
}
%}

/* COLUMNS(C): a class whose values can be columns. */
%define COLUMNS(C)
%{
static struct columns C##_columns __attribute__((unused));
%}
%enddef

/* COLUMN(C, TYPE, name) */
%define COLUMN(C, TYPE, NAME)
%{
static PyObject *C##_##NAME##_column(const void *item)
{
    const struct C *self = item;
    return VALUE_##TYPE(C##_##NAME##_get(self));
}
%}
%init %{
    add_column(&C##_columns, #NAME, C##_##NAME##_column);
%}
%enddef

/* LIST(C, I, plural, count): a sequence of I, the property `plural` of C. C_plural_place finds one. */
%define LIST(C, I, PLURAL, COUNT)
%{
#define C##_##PLURAL##_columns(self) ((void)(self), names_of_columns(&I##_columns))
#define C##_##PLURAL##_rows(self, type, names)                                                                         \
    rows_of((struct listed){.of = (self), .count = C##_##PLURAL##_count(self), .at = C##_##PLURAL##_place},            \
            &I##_columns, type, names)
%}
%extend C {
    size_t PLURAL##_count();
    struct I *PLURAL##_at(size_t index);
    PyObject *PLURAL##_columns();
    PyObject *PLURAL##_rows(PyObject *type, PyObject *names);
    %pythoncode {
    PLURAL = _listed("PLURAL")
    }
}
%enddef
