package org.kituo.model.metadata;

import org.jspecify.annotations.Nullable;
import org.kituo.model.schema.Computed;
import org.kituo.model.schema.PropertyKind;
import org.kituo.model.schema.Virtual;
import org.kituo.model.snapshot.View;

/** Objects that are shown under a short name, a name on forms and with a description. */
@Virtual(name = "shortName", kind = PropertyKind.TEXT, min = 1, max = 50, attribute = true)
@Virtual(name = "formName", kind = PropertyKind.TEXT)
@Virtual(name = "description", kind = PropertyKind.TEXT, min = 1)
public interface Nameable extends Identifiable {

  /** The short name in the language of the user. */
  @Computed(sortable = true)
  default @Nullable String displayShortName(View view) {
    return view.displayed(this, "shortName");
  }

  /** The name on forms in the language of the user; the name where there is none. */
  @Computed(sortable = true)
  default @Nullable String displayFormName(View view) {
    String formName = view.displayed(this, "formName");
    return formName == null ? displayName(view) : formName;
  }

  /** The description in the language of the user. */
  @Computed
  default @Nullable String displayDescription(View view) {
    return view.displayed(this, "description");
  }
}
