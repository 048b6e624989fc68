; Facts of Rust. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(use_declaration argument: (_) @import.tree)
(extern_crate_declaration name: (identifier) @import.module)
(mod_item name: (identifier) @import.child !body)
(scoped_identifier path: (identifier) @import.global)
(scoped_type_identifier path: (identifier) @import.global)

; === names ===
; --- scopes ----------------------------------------------------------------------------------------------------------
(function_item name: (identifier) @function.name body: (block) @function.body) @function
(impl_item
  type: [(type_identifier) @function.owner
         (generic_type type: (type_identifier) @function.owner)
         (scoped_type_identifier name: (type_identifier) @function.owner)]
  body: (declaration_list
    (function_item name: (identifier) @function.name body: (block) @function.body) @function))
(closure_expression body: (_) @function.body) @function
(struct_item name: (type_identifier) @class.name body: (_) @class.body) @class
(struct_item name: (type_identifier) @class.name @class.body !body) @class
(enum_item name: (type_identifier) @class.name body: (_) @class.body) @class
(return_expression (_) @return)
(closure_expression body: (_) @return)
(function_item body: (block (_) @return .))

; --- parameters ------------------------------------------------------------------------------------------------------
(parameter pattern: (identifier) @parameter.name type: (_) @parameter.type)
(closure_parameters (identifier) @parameter.name)

; --- bindings --------------------------------------------------------------------------------------------------------
(const_item name: (identifier) @assign.target value: (_) @assign.value)
(static_item name: (identifier) @assign.target value: (_) @assign.value)
(type_item name: (type_identifier) @assign.target type: (_) @assign.value)
(let_declaration pattern: (_) @assign.target type: (_)? @assign.type value: (_) @assign.value)
(let_declaration pattern: (tuple_struct_pattern (identifier) @assign.target .) value: (_) @assign.value)
(let_declaration pattern: (identifier) @declare.target type: (_) @declare.type !value)
(let_condition pattern: (tuple_struct_pattern (identifier) @assign.target .) value: (_) @assign.value)
(assignment_expression left: (_) @assign.target right: (_) @assign.value)
(compound_assignment_expr left: (_) @augment.target right: (_) @augment.value)
(expression_statement (call_expression
  function: (field_expression value: (identifier) @set.on field: (field_identifier) @set.name)
  arguments: (arguments . (_) @set.value (_)? @set.second .)))
(for_expression pattern: (identifier) @element.target value: (_) @element.value)
(field_declaration name: (field_identifier) @declare.target type: (_) @declare.type)
(field_declaration_list (attribute_item) (field_declaration name: (field_identifier) @tagged.target))

(call_expression) @call
(struct_expression) @call

; === strings ===
[(string_literal) (raw_string_literal)] @string
(ERROR) @error
