/**
 * The demo country: a seeded generator of a fictional health service and its figures, loaded
 * through the public Web API. {@link org.kituo.demo.Demo} is the command; everything it makes is a
 * function of its arguments.
 */
@NullMarked
package org.kituo.demo;

import org.jspecify.annotations.NullMarked;
