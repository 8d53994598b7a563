/**
 * The expression language of indicators, validation rules and predictors: text to tree ({@link
 * org.kituo.model.expression.Expression}), the items and objects an expression refers to, its
 * description with names, and its value ({@link org.kituo.model.expression.CompiledExpression}).
 *
 * <p>Parse once, compile once, evaluate often. Nothing here knows metadata or data: names and
 * values come from functions that the caller passes in.
 */
@NullMarked
package org.kituo.model.expression;

import org.jspecify.annotations.NullMarked;
