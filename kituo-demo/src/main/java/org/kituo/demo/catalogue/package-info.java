/**
 * Turns the country and the programmes into metadata payloads: categories, data elements, data
 * sets, indicators, legends, validation rules, groups and organisation units.
 */
@NullMarked
package org.kituo.demo.catalogue;

import org.jspecify.annotations.NullMarked;
