package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.MetadataObject;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Ref;
import org.kituo.model.snapshot.View;
import tools.jackson.databind.JsonNode;

/** The properties that every identifiable object computes. */
public interface Identifiable extends MetadataObject {

  /** The name in the language of the user. */
  @Computed(sortable = true)
  default @Nullable String displayName(View view) {
    return view.translated(this, "NAME", name());
  }

  /** What the user may do with the object. */
  @Computed(writable = true, klass = "org.hisp.dhis.security.acl.Access")
  default JsonNode access(View view) {
    return view.access(this);
  }

  /** The address of the object. */
  @Computed(kind = PropertyKind.URL, writable = true, attribute = true)
  default @Nullable String href(View view) {
    return view.href(this);
  }

  /** The creator, by the name that older clients know. */
  @Computed(writable = true, klass = "org.hisp.dhis.user.User")
  default @Nullable Ref<User> user(View view) {
    Ref<?> by = identity().createdBy();
    return by == null ? null : new Ref<>(by.id());
  }
}
