; Facts of Go. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(import_spec !name path: (_) @import.module)
(import_spec name: [(package_identifier) (blank_identifier)] @import.alias path: (_) @import.module)
(import_spec name: (dot) @import.all path: (_) @import.module)

; === names ===
; --- scopes ----------------------------------------------------------------------------------------------------------
(function_declaration name: (identifier) @function.name body: (block) @function.body) @function
(method_declaration
  receiver: (parameter_list (parameter_declaration
    name: (identifier)? @function.receiver
    type: [(type_identifier) @function.owner
           (pointer_type (type_identifier) @function.owner)
           (generic_type type: (type_identifier) @function.owner)
           (pointer_type (generic_type type: (type_identifier) @function.owner))]))
  name: (field_identifier) @function.name body: (block) @function.body) @function
(func_literal body: (block) @function.body) @function
(type_spec name: (type_identifier) @class.name type: (struct_type) @class.body) @class
(type_spec name: (type_identifier) @class.name
  type: (struct_type (field_declaration_list (field_declaration !name type: (_) @class.bases))) @class.body) @class
(return_statement (expression_list . (_) @return))
(return_statement) @return.bare
(function_declaration result: (parameter_list . (parameter_declaration . name: (identifier) @result)))
(method_declaration result: (parameter_list . (parameter_declaration . name: (identifier) @result)))

; --- parameters ------------------------------------------------------------------------------------------------------
(function_declaration parameters: (parameter_list
  (parameter_declaration name: (identifier) @parameter.name type: (_) @parameter.type)))
(method_declaration parameters: (parameter_list
  (parameter_declaration name: (identifier) @parameter.name type: (_) @parameter.type)))
(func_literal parameters: (parameter_list
  (parameter_declaration name: (identifier) @parameter.name type: (_) @parameter.type)))
(variadic_parameter_declaration name: (identifier) @parameter.rest)

; --- bindings --------------------------------------------------------------------------------------------------------
(type_spec name: (type_identifier) @assign.target type: [(type_identifier) (qualified_type)] @assign.value)
(type_alias name: (type_identifier) @assign.target type: (_) @assign.value)
(const_spec . name: (identifier) @assign.target . type: (_)? @assign.type value: (expression_list . (_) @assign.value))
(const_spec . name: (_) . "," . name: (identifier) @assign.target value: (expression_list . (_) . "," . (_) @assign.value))
(var_spec . name: (identifier) @assign.target . type: (_)? @assign.type value: (expression_list . (_) @assign.value))
(var_spec . name: (_) . "," . name: (identifier) @assign.target value: (expression_list . (_) . "," . (_) @assign.value))
(var_spec name: (identifier) @declare.target type: (_) @declare.type !value)
(function_declaration result: (parameter_list
  (parameter_declaration name: (identifier) @declare.target type: (_) @declare.type)))
(method_declaration result: (parameter_list
  (parameter_declaration name: (identifier) @declare.target type: (_) @declare.type)))
(short_var_declaration left: (_) @assign.target right: (_) @assign.value)
(assignment_statement left: (_) @assign.target operator: "=" right: (_) @assign.value)
(assignment_statement left: (_) @augment.target operator: "+=" right: (_) @augment.value)
(range_clause left: (expression_list (_) . (_) @element.target) right: (_) @element.value)
(field_declaration name: (field_identifier) @declare.target type: (_) @declare.type tag: (_)? @declare.tag)
(call_expression
  function: [(identifier) @option.by (selector_expression field: (_) @option.by)]
  arguments: (argument_list . (unary_expression operand: (_) @option.target) . (_) . (_))) @option.call

(call_expression function: (_) @call.callee) @call
(composite_literal type: [(type_identifier) (qualified_type) (generic_type)]) @call

; === strings ===
[(interpreted_string_literal) (raw_string_literal)] @string
(import_spec path: (_) @quiet)
(field_declaration tag: (_) @quiet)
(ERROR) @error
