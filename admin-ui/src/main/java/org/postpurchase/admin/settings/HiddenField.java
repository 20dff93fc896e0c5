package org.postpurchase.admin.settings;

import org.broadleafcommerce.openadmin.web.form.entity.Field;

/**
 * A value that travels with a form unseen. It stays hidden where somebody may only look at the
 * form: the host makes every field of such a form a line with a name, and this one has none.
 */
final class HiddenField extends Field {
  HiddenField(String name, String value) {
    setName(name);
    setFieldType("HIDDEN");
    setValue(value);
  }

  @Override
  public void setReadOnly(Boolean readOnly) {
    // as said above
  }
}
