/**
 * The pure part of Kituo: metadata, periods, expressions, queries and access, without input or
 * output, clock or framework. Everything here is a function of its arguments.
 */
@NullMarked
package org.kituo.model;

import org.jspecify.annotations.NullMarked;
