/** The dashboards with their charts, pivot tables and maps. */
@NullMarked
package org.kituo.demo.presentation;

import org.jspecify.annotations.NullMarked;
