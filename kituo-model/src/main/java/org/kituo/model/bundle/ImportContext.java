package org.kituo.model.bundle;

import java.time.LocalDateTime;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.kituo.model.access.Actor;
import org.kituo.model.access.PasswordPolicy;

/**
 * What an import needs from outside.
 *
 * @param actor the one who imports
 * @param now the time, in the server's time zone
 * @param newUid gives identifiers to objects that have none
 * @param policy what passwords must be like
 * @param isCron whether a text says when jobs run: six fields, seconds first
 */
public record ImportContext(
    Actor actor,
    LocalDateTime now,
    Supplier<String> newUid,
    PasswordPolicy policy,
    Predicate<String> isCron) {}
