/**
 * Who a request comes from: passwords, sessions, and the filter that asks for them. Other ways to
 * prove who one is are added beside these.
 */
@NullMarked
package org.kituo.server.authentication;

import org.jspecify.annotations.NullMarked;
