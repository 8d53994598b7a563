/**
 * The HTTP edge that all routes share: reading requests, writing answers in DHIS2's shapes, and the
 * path rules of its Web API.
 */
@NullMarked
package org.kituo.server.http;

import org.jspecify.annotations.NullMarked;
