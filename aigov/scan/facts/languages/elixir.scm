; Facts of Elixir. What the captures mean is said at the top of engine.py.

; --- imports ---------------------------------------------------------------------------------------------------------
(call target: (identifier) @import.loader
  (arguments . (alias) @import.module (keywords (pair value: (alias) @import.alias))?))
(call target: (identifier) @import.loader
  (arguments . (dot left: (alias) @import.module right: (tuple (alias) @import.name))))
(alias) @import.global

; === names ===
; --- scopes: what begins a block with a module or with a head that looks like a call -----------------------------------
(call target: (identifier) (arguments . (alias) @class.name) (do_block) @class.body) @class
(call target: (identifier) @function.word (arguments . (call target: (identifier) @function.name)) (do_block) @function.body) @function
(call target: (identifier) @function.word (arguments . (binary_operator left: (call target: (identifier) @function.name)))
  (do_block) @function.body) @function
(call target: (identifier) @function.word (arguments . (call target: (identifier) @function.name)
  (keywords . (pair value: (_) @function.body) .))) @function
(call target: (identifier) (arguments . (alias)) (do_block
  (call target: (identifier) @function.word (arguments . (identifier) @function.name .) (do_block) @function.body) @function))
(call target: (identifier) (arguments . (alias)) (do_block
  (call target: (identifier) @function.word (arguments . (identifier) @function.name (keywords . (pair value: (_) @function.body) .))) @function))
(anonymous_function) @function @function.body
(anonymous_function (stab_clause left: (arguments (identifier) @parameter.name)))
(call target: (identifier) @return.word (arguments . (call target: (identifier))) (do_block (_) @return .))
(call target: (identifier) @return.word (arguments . (call target: (identifier)) (keywords . (pair value: (_) @return) .)))
(call target: (identifier) (arguments . (alias)) (do_block
  (call target: (identifier) @return.word (arguments . (identifier) .) (do_block (_) @return .))))
(call target: (identifier) (arguments . (alias)) (do_block
  (call target: (identifier) @return.word (arguments . (identifier) (keywords . (pair value: (_) @return) .)))))

; --- parameters ------------------------------------------------------------------------------------------------------
(call target: (identifier) @parameter.word (arguments . (call target: (identifier) (arguments (identifier) @parameter.name))) (do_block))
(call target: (identifier) @parameter.word (arguments . (call target: (identifier) (arguments
  (binary_operator left: (identifier) @parameter.name operator: "\\\\" right: (_) @parameter.default)))) (do_block))
(call target: (identifier) @parameter.word (arguments . (binary_operator left: (call target: (identifier)
  (arguments (identifier) @parameter.name)) operator: "when")) (do_block))
(call target: (identifier) @parameter.word (arguments . (call target: (identifier)
  (arguments (identifier) @parameter.name)) (keywords . (pair))))

; --- bindings --------------------------------------------------------------------------------------------------------
(binary_operator left: (_) @assign.target operator: "=" right: (_) @assign.value)
(unary_operator operator: "@" operand: (call target: (identifier) @assign.target (arguments . (_) @assign.value .)))
(binary_operator left: [(identifier) (tuple)] @draw.target operator: "<-" right: (_) @draw.value)
(call target: (identifier) (arguments . (_) @draw.value .) (do_block (stab_clause left: (arguments . [(identifier) (tuple)] @draw.target .))))

(call) @call

; === strings ===
(string) @string
(sigil) @string
(ERROR) @error
