package org.kituo.server.message;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kituo.model.access.AccessRules;
import org.kituo.model.metadata.OrganisationUnit;
import org.kituo.model.metadata.User;
import org.kituo.model.metadata.UserGroup;
import org.kituo.model.metadata.constant.MessageType;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.MetadataSnapshot;
import org.kituo.server.setting.Settings;
import org.kituo.store.mail.Outbox;
import org.kituo.store.mail.Outbox.Mail;
import org.kituo.store.message.MessageTable;

/**
 * Sends what templates say: into the inboxes of users, and by mail to those who want that (user
 * setting {@code keyMessageEmailNotification}) and have an address.
 */
public final class Notices {
  private static final Pattern VARIABLE = Pattern.compile("V\\{(\\w+)\\}");

  private final MessageTable inboxes;
  private final Outbox outbox;
  private final Settings settings;

  /** Over inboxes and an outbox. */
  public Notices(MessageTable inboxes, Outbox outbox, Settings settings) {
    this.inboxes = inboxes;
    this.outbox = outbox;
    this.settings = settings;
  }

  /** A template with values for its variables; one without a value stays as it is. */
  public static String filled(@Nullable String template, Map<String, String> values) {
    return VARIABLE
        .matcher(template == null ? "" : template)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }

  /**
   * The members of user groups who can log in.
   *
   * @param unit where something happened
   * @param hierarchyOnly whether only those are meant whose units are that or above it
   */
  public static Set<User> members(
      Collection<Ref<UserGroup>> groups,
      OrganisationUnit unit,
      boolean hierarchyOnly,
      MetadataSnapshot snapshot) {
    Set<User> members = new LinkedHashSet<>();
    for (Ref<UserGroup> group : groups) {
      snapshot.find(UserGroup.class, group.id()).map(UserGroup::users).orElse(List.of()).stream()
          .flatMap(ref -> snapshot.find(User.class, ref.id()).stream())
          .filter(user -> !user.disabled())
          .filter(user ->
              !hierarchyOnly || AccessRules.within(unit, user.organisationUnits(), snapshot))
          .forEach(members::add);
    }
    return members;
  }

  /** Sends a message to users. */
  public void send(MessageType type, String subject, String text, Collection<User> users) {
    if (users.isEmpty()) {
      return;
    }
    inboxes.put(type, subject, text, users.stream().map(User::uid).toList());
    for (User user : users) {
      if (settings.ofUser(user.uid(), "keyMessageEmailNotification").equals("true")) {
        mail(user.email(), subject, text);
      }
    }
  }

  /** Sends a message to an address, if there is one. */
  public void mail(@Nullable String address, String subject, String text) {
    if (address != null && !address.isBlank()) {
      outbox.put(new Mail(address, subject, text));
    }
  }
}
