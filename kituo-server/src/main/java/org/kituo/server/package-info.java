/**
 * The server as a whole: {@code Kituo} starts it, {@code Wiring} says what it is made of, {@code
 * HttpServer} answers.
 */
@NullMarked
package org.kituo.server;

import org.jspecify.annotations.NullMarked;
