; Facts of F#. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(import_decl (long_identifier) @import.module)

; === names ===
; --- scopes ----------------------------------------------------------------------------------------------------------
(named_module name: (long_identifier (identifier) @class.name .)) @class @class.body
(module_defn (identifier) @class.name) @class @class.body
(anon_type_defn (type_name type_name: (identifier) @class.name)) @class @class.body
(record_type_defn (type_name type_name: (identifier) @class.name)) @class @class.body
(anon_type_defn (primary_constr_args) @function @function.body)
(function_or_value_defn (function_declaration_left . (identifier) @function.name) body: (_) @function.body) @function
(method_or_prop_defn name: (property_or_ident (identifier) @function.name .) (_) @function.body .) @function
(fun_expression (_) @function.body .) @function
(function_or_value_defn (function_declaration_left) body: (_) @return)
(method_or_prop_defn name: (property_or_ident) (_) @return .)
(fun_expression (_) @return .)

; --- parameters ------------------------------------------------------------------------------------------------------
(typed_pattern (identifier_pattern (long_identifier_or_op (identifier) @parameter.name)) (_) @parameter.type)
(argument_patterns (long_identifier (identifier) @parameter.name))
(primary_constr_args (_ (typed_pattern
  (identifier_pattern (long_identifier_or_op (identifier) @field.name)) (_) @field.type)))
(primary_constr_args (typed_pattern
  (identifier_pattern (long_identifier_or_op (identifier) @field.name)) (_) @field.type))

; --- bindings --------------------------------------------------------------------------------------------------------
(function_or_value_defn (value_declaration_left
  . (identifier_pattern (long_identifier_or_op (identifier) @assign.target))) body: (_) @assign.value)
(mutate_expression assignee: (_) @assign.target value: (_) @assign.value)

(application_expression . (_) @call.callee) @call

; === strings ===
[(string) (verbatim_string) (triple_quoted_string)] @string
(ERROR) @error
