/* SPDX-License-Identifier: MIT */
/* Values in Python: text, numbers, truth, dates, words of closed lists, lists of text, errors. */
%{
#if PY_VERSION_HEX < 0x030A0000
static PyObject *Py_NewRef(PyObject *object)
{
    Py_INCREF(object);
    return object;
}
#endif

static PyObject *attribute_of_module(const char *module_name, const char *name)
{
    PyObject *module = PyImport_ImportModule(module_name);
    PyObject *found = module ? PyObject_GetAttrString(module, name) : NULL;
    Py_XDECREF(module);
    return found;
}

/* ---- errors ---- */

static PyObject *error_as_tuple(const pdoc_error *error)
{
    return Py_BuildValue("(iszIIz)", (int)pdoc_error_status(error), pdoc_error_message(error), pdoc_error_file(error),
                         pdoc_error_line(error), pdoc_error_column(error), pdoc_error_path(error));
}

/* Raises the exception that a chain of errors is, and frees it. */
static void raise_error(pdoc_error *error)
{
    PyObject *list = PyList_New(0), *raise = NULL, *done = NULL;
    for (const pdoc_error *each = error; list && each; each = pdoc_error_next(each)) {
        PyObject *row = error_as_tuple(each);
        if (!row || PyList_Append(list, row))
            Py_CLEAR(list);
        Py_XDECREF(row);
    }
    pdoc_error_free(error);
    if (list && (raise = attribute_of_module("policydoc._errors", "_raise")))
        done = PyObject_CallFunctionObjArgs(raise, list, NULL);
    Py_XDECREF(done);
    Py_XDECREF(raise);
    Py_XDECREF(list);
}

/* Setters of attributes have nowhere to return a status to: it is in the error. */
static void ignore_status(pdoc_status status)
{
    (void)status;
}

/* ---- text ---- */

/* Bytes of a text; NULL with an exception. They live as long as the text. */
static const char *text_in(PyObject *object, const char *parameter)
{
    Py_ssize_t size = 0;
    const char *bytes = NULL;
    if (!PyUnicode_Check(object))
        PyErr_Format(PyExc_TypeError, "%s must be a str, not %.200s", parameter, Py_TYPE(object)->tp_name);
    else if ((bytes = PyUnicode_AsUTF8AndSize(object, &size)) && memchr(bytes, 0, (size_t)size))
        bytes = (PyErr_Format(PyExc_ValueError, "%s must not contain a null character", parameter), NULL);
    return bytes;
}

static PyObject *text_out(const char *words)
{
    if (!words)
        Py_RETURN_NONE;
    return PyUnicode_DecodeUTF8(words, (Py_ssize_t)strlen(words), "strict");
}

static PyObject *texts_out(texts list)
{
    PyObject *all = PyTuple_New((Py_ssize_t)list.count);
    for (size_t i = 0; all && i < list.count; i++) {
        PyObject *one = text_out(list.at(list.of, i));
        if (!one)
            Py_CLEAR(all);
        else
            PyTuple_SET_ITEM(all, (Py_ssize_t)i, one);
    }
    return all;
}

static PyObject *made_text_out(pdoc_text *made)
{
    PyObject *result = made ? PyUnicode_DecodeUTF8(pdoc_text_data(made), (Py_ssize_t)pdoc_text_size(made), "strict") : NULL;
    pdoc_text_free(made);
    return result;
}

/* ---- numbers ---- */

/* A whole number within bounds; 0 and an exception otherwise. */
static int64_t number_in(PyObject *object, int64_t least, int64_t most, const char *parameter)
{
    if (!PyLong_Check(object) || PyBool_Check(object)) {
        PyErr_Format(PyExc_TypeError, "%s must be an int, not %.200s", parameter, Py_TYPE(object)->tp_name);
        return 0;
    }
    int overflow = 0;
    const long long value = PyLong_AsLongLongAndOverflow(object, &overflow);
    if (!overflow && value >= least && value <= most)
        return value;
    PyErr_Format(PyExc_ValueError, "%s must be from %lld to %lld", parameter, (long long)least, (long long)most);
    return 0;
}

/* ---- dates ---- */

static PyObject *date_out(pdoc_date date)
{
    if (date.day)
        return PyDate_FromDate(date.year, date.month, date.day);
    if (!date.year)
        Py_RETURN_NONE;
    PyObject *partial = attribute_of_module("policydoc._dates", "PartialDate");
    PyObject *result = !partial     ? NULL
                       : date.month ? PyObject_CallFunction(partial, "ii", (int)date.year, (int)date.month)
                                    : PyObject_CallFunction(partial, "i", (int)date.year);
    Py_XDECREF(partial);
    return result;
}

/* A number that a PartialDate has; 0 for None, -1 with an exception. */
static long part_of_date(PyObject *object, const char *name)
{
    PyObject *part = PyObject_GetAttrString(object, name);
    const long value = !part ? -1 : part == Py_None ? 0 : PyLong_AsLong(part);
    Py_XDECREF(part);
    return value;
}

static int partial_date_in(PyObject *object, pdoc_date *out, const char *parameter)
{
    PyObject *partial = attribute_of_module("policydoc._dates", "PartialDate");
    const int is_one = partial ? PyObject_IsInstance(object, partial) : -1;
    Py_XDECREF(partial);
    if (is_one == 0)
        PyErr_Format(PyExc_TypeError, "%s must be a date, a PartialDate or None, not %.200s", parameter,
                     Py_TYPE(object)->tp_name);
    if (is_one != 1)
        return -1;
    const long year = part_of_date(object, "year"), month = part_of_date(object, "month");
    if (year < 0 || month < 0)
        return -1;
    *out = (pdoc_date){.year = (int16_t)year, .month = (uint8_t)month};
    return 0;
}

/* 0, or -1 with an exception. A datetime is a date to Python, but no civil date. */
static int date_in(PyObject *object, pdoc_date *out, const char *parameter)
{
    *out = (pdoc_date){0};
    if (object == Py_None)
        return 0;
    if (!PyDate_Check(object) || PyDateTime_Check(object))
        return partial_date_in(object, out, parameter);
    *out = (pdoc_date){.year = (int16_t)PyDateTime_GET_YEAR(object),
                       .month = (uint8_t)PyDateTime_GET_MONTH(object),
                       .day = (uint8_t)PyDateTime_GET_DAY(object)};
    return 0;
}

/* ---- words of closed lists ---- */

/* The members of an enumeration, in the order of their numbers: borrowed; NULL with an exception. */
static PyObject *members_of(PyObject **cache, const char *name)
{
    PyObject *listed = *cache ? NULL : attribute_of_module("policydoc._words", name);
    if (listed)
        *cache = PySequence_Tuple(listed);
    Py_XDECREF(listed);
    return *cache;
}

static PyObject *word_out(PyObject **cache, const char *name, int value)
{
    PyObject *members = members_of(cache, name);
    if (!members)
        return NULL;
    if (value < 0 || value >= PyTuple_GET_SIZE(members)) /* a newer library */
        return PyErr_Format(PyExc_ValueError, "%s has no member number %d", name, value);
    return Py_NewRef(PyTuple_GET_ITEM(members, value));
}

/* The number of a member or of its text; -1 with an exception. */
static int word_in(PyObject **cache, const char *name, PyObject *object, const char *parameter)
{
    PyObject *members = members_of(cache, name);
    if (!members)
        return -1;
    if (!PyUnicode_Check(object)) {
        PyErr_Format(PyExc_TypeError, "%s must be a %s or its text, not %.200s", parameter, name,
                     Py_TYPE(object)->tp_name);
        return -1;
    }
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(members); i++)
        if (PyUnicode_Compare(PyTuple_GET_ITEM(members, i), object) == 0)
            return (int)i;
    PyObject *kind = attribute_of_module("policydoc._words", name); /* its own error names the enumeration */
    PyObject *none = kind ? PyObject_CallFunctionObjArgs(kind, object, NULL) : NULL;
    Py_XDECREF(none);
    Py_XDECREF(kind);
    return -1;
}
%}


/* What becomes of a value on its way out, by its type in the core: properties and rows alike. */
%{
#define VALUE_TEXT(value) text_out(value)
#define VALUE_MAYBE_TEXT(value) text_out(value)
#define VALUE_MAYBE_INDEX(value) ((value) == SIZE_MAX ? Py_NewRef(Py_None) : PyLong_FromSize_t(value))
#define VALUE_MAYBE_NUMBER(value) ((value) ? PyLong_FromLong((long)(value)) : Py_NewRef(Py_None))
#define VALUE_size_t(value) PyLong_FromSize_t(value)
#define VALUE_uint32_t(value) PyLong_FromLong((long)(value))
#define VALUE_int32_t(value) PyLong_FromLong((long)(value))
#define VALUE_int64_t(value) PyLong_FromLongLong((long long)(value))
#define VALUE_bool(value) PyBool_FromLong(value)
#define VALUE_pdoc_truth(value) truth_out(value)
#define VALUE_pdoc_date(value) date_out(value)
#define VALUE_pdoc_offset(value) offset_out(value)

static PyObject *truth_out(pdoc_truth truth)
{
    return Py_NewRef(truth == PDOC_TRUE ? Py_True : truth == PDOC_FALSE ? Py_False : Py_None);
}

static PyObject *offset_out(pdoc_offset offset)
{
    char text[PDOC_OFFSET_TEXT];
    return text_out(pdoc_offset_format(offset, text));
}
%}
%define VALUE(TYPE)
%typemap(out) TYPE {
    $result = VALUE_##TYPE($1);
}
%enddef
VALUE(TEXT)
VALUE(MAYBE_TEXT)
VALUE(MAYBE_INDEX)
VALUE(MAYBE_NUMBER)
VALUE(size_t)
VALUE(uint32_t)
VALUE(int32_t)
VALUE(int64_t)
VALUE(bool)
VALUE(pdoc_truth)
VALUE(pdoc_date)
VALUE(pdoc_offset)
%init %{
    PyDateTime_IMPORT;
%}

%typemap(in, numinputs=0, noblock=1) pdoc_error **error (pdoc_error *failure = NULL) {
    $1 = &failure;
}
%typemap(argout, noblock=1) pdoc_error **error {
    if (*$1) {
        Py_CLEAR($result);
        raise_error(*$1);
        SWIG_fail;
    }
}
%typemap(out) pdoc_status {
    (void)$1;
    $result = SWIG_Py_Void();
}
%typemap(in) TEXT {
    $1 = ($1_ltype)text_in($input, "$1_name");
    if (!$1)
        SWIG_fail;
}
%typemap(in) MAYBE_TEXT {
    $1 = $input == Py_None ? NULL : ($1_ltype)text_in($input, "$1_name");
    if (!$1 && $input != Py_None)
        SWIG_fail;
}
%typemap(out) texts {
    $result = texts_out($1);
}
%typemap(arginit) texts_in {
    $1 = (texts_in){0};
}
%typemap(in) texts_in {
    const Py_ssize_t count = PyList_Check($input) ? PyList_GET_SIZE($input) : 0; /* the list holds the texts */
    const char **items = calloc((size_t)count + 1, sizeof *items);
    $1 = (texts_in){.items = items, .count = (size_t)count};
    if (!PyList_Check($input))
        PyErr_SetString(PyExc_TypeError, "$1_name must be a list of str");
    else if (!items)
        PyErr_NoMemory();
    for (Py_ssize_t i = 0; !PyErr_Occurred() && i < count; i++)
        items[i] = text_in(PyList_GET_ITEM($input, i), "$1_name");
    if (PyErr_Occurred())
        SWIG_fail;
}
%typemap(freearg) texts_in {
    free((void *)(uintptr_t)$1.items);
}
%typemap(out) pdoc_hash {
    $result = text_out($1.text);
}
%typemap(out) char {
    $result = PyUnicode_FromStringAndSize(&$1, 1);
}
%typemap(out) pdoc_text * {
    $result = made_text_out($1);
}
%typemap(in) (const void *data, size_t size) (Py_buffer view = {0}) {
    if (PyObject_GetBuffer($input, &view, PyBUF_SIMPLE))
        SWIG_fail;
    $1 = view.buf;
    $2 = (size_t)view.len;
}
%typemap(freearg) (const void *data, size_t size) {
    PyBuffer_Release(&view$argnum);
}
%define NUMBER(TYPE, LEAST, MOST)
%typemap(in) TYPE {
    $1 = ($1_ltype)number_in($input, LEAST, MOST, "$1_name");
    if (!$1 && PyErr_Occurred())
        SWIG_fail;
}
%enddef
NUMBER(size_t, 0, PY_SSIZE_T_MAX)
NUMBER(uint32_t, 0, UINT32_MAX)
NUMBER(int64_t, INT64_MIN, INT64_MAX)
NUMBER(int32_t, INT32_MIN, INT32_MAX)
%typemap(in) bool {
    if (!PyBool_Check($input)) {
        PyErr_Format(PyExc_TypeError, "$1_name must be a bool, not %.200s", Py_TYPE($input)->tp_name);
        SWIG_fail;
    }
    $1 = $input == Py_True;
}
%typemap(in) pdoc_date {
    if (date_in($input, &$1, "$1_name"))
        SWIG_fail;
}

/* ENUM(C, Name): a closed list of the library; its members stand in _words.py. */
%define ENUM(C, NAME)
%{
static PyObject *members_##C __attribute__((unused));
%}
%typemap(in) C {
    const int word = word_in(&members_##C, #NAME, $input, "$1_name");
    if (word < 0)
        SWIG_fail;
    $1 = ($1_ltype)word;
}
%{
#define VALUE_##C(value) word_out(&members_##C, #NAME, (int)(value))
%}
VALUE(C)
%enddef
