/* SPDX-License-Identifier: MIT */
/* Objects of the library in Python: how a handle goes in and out, what a wrong one is told, who waits for whom. */
%{
#if SWIG_VERSION >= 0x040400
#define HANDLE_TYPE SwigPyObject_Type()
#else
#define HANDLE_TYPE SwigPyObject_type()
#endif

/* What users know the type of a handle by, such as "Register". */
static const char *name_of_type(swig_type_info *type)
{
    const SwigPyClientData *data = type->clientdata;
    return data && data->klass && PyType_Check(data->klass) ? ((PyTypeObject *)data->klass)->tp_name : "handle";
}

static void tell_wrong_handle(PyObject *object, swig_type_info *type, const char *parameter)
{
    const SwigPyClientData *data = type->clientdata;
    const int is_closed = data && data->klass && PyObject_IsInstance(object, data->klass) == 1;
    PyErr_Clear();
    if (is_closed)
        PyErr_Format(PyExc_ValueError, "operation on a closed %s", name_of_type(type));
    else
        PyErr_Format(PyExc_TypeError, "%s must be a %s, not %.200s", parameter, name_of_type(type),
                     Py_TYPE(object)->tp_name);
}

/* The C object of a Python one; NULL with an exception. Destructors come with a bare handle that has no references: it
   must not be asked for attributes. The attribute is held until the pointer is out. */
static void *handle_in(PyObject *object, swig_type_info *type, int flags, const char *parameter)
{
    void *pointer = NULL;
    PyObject *handle = NULL;
    if (Py_TYPE(object) != HANDLE_TYPE && !(handle = PyObject_GetAttr(object, SWIG_This())))
        PyErr_Clear();
    if (!SWIG_IsOK(SWIG_ConvertPtr(handle ? handle : object, &pointer, type, flags)))
        pointer = NULL;
    Py_XDECREF(handle);
    if (!pointer)
        tell_wrong_handle(object, type, parameter);
    return pointer;
}

/* A judgement lets other threads run; whoever then changes a register waits until no judgement is under way, and new
   judgements wait for whoever waits. All of this is only touched by the thread that holds the GIL. */
static int judging, waiting_to_write;

static void judging_begins(void)
{
    while (waiting_to_write) {
        Py_BEGIN_ALLOW_THREADS
        sched_yield();
        Py_END_ALLOW_THREADS
    }
    judging++;
}

static void writing_begins(void)
{
    waiting_to_write++;
    while (judging) {
        Py_BEGIN_ALLOW_THREADS
        sched_yield();
        Py_END_ALLOW_THREADS
    }
    waiting_to_write--;
}
%}

/* Waits until no judgement is under way: before a register is closed that one may use. */
%{
#define settle writing_begins
%}
void settle();

/* LONG(C::method): other threads of Python run meanwhile. */
%define LONG(METHOD)
%exception METHOD {
    judging_begins();
    Py_BEGIN_ALLOW_THREADS
    $action
    Py_END_ALLOW_THREADS
    judging--;
}
%enddef

/* WRITES(C::method): changes a register. */
%define WRITES(METHOD)
%exception METHOD {
    writing_begins();
    $action
}
%enddef

/* SETTER(C, name): an attribute that can be set, and then fail. */
%define SETTER(C, NAME)
%exception C::NAME {
    pdoc_error *error = NULL;
    writing_begins();
    $action
    if (error) {
        raise_error(error);
        SWIG_fail;
    }
}
%enddef

%typemap(in) SWIGTYPE * {
    $1 = ($1_ltype)handle_in($input, $descriptor, $disown, "$1_name");
    if (!$1)
        SWIG_fail;
}
%typemap(in) SWIGTYPE *OR_NONE {
    $1 = $input == Py_None ? NULL : ($1_ltype)handle_in($input, $descriptor, $disown, "$1_name");
    if (!$1 && $input != Py_None)
        SWIG_fail;
}
%typemap(out) SWIGTYPE * {
    if ($1 && !($owner))
        (void)TAKE$1_mangle(($1_ltype)$1);
    $result = SWIG_NewPointerObj((void *)$1, $descriptor, ($owner) | SWIG_POINTER_OWN);
}
%define OR_NONE(PARAMETER)
%apply SWIGTYPE *OR_NONE { PARAMETER };
%enddef
