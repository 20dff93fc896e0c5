package org.postpurchase.admin.settings;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.FieldMetadata;
import org.broadleafcommerce.openadmin.dto.Property;
import org.broadleafcommerce.openadmin.server.service.ValidationException;
import org.broadleafcommerce.openadmin.server.service.persistence.module.RecordHelper;

/** Reading the host's form records, and handing them back with problems beside the fields. */
final class SettingsForm {
  static final Map<String, String> NOTHING = Collections.emptyMap();

  /** A field of no entity: the edition of the series that the form of a step was shown with. */
  static final String SERIES_EDITION = "seriesEdition";

  private SettingsForm() {}

  static Optional<String> value(Entity record, String field) {
    if (record.getProperties() == null) {
      return Optional.empty();
    }
    for (Property property : record.getProperties()) {
      if (field.equals(property.getName())) {
        return Optional.ofNullable(property.getValue());
      }
    }
    return Optional.empty();
  }

  /** Gives the field that value if it has none. */
  static void fill(Entity posted, String field, String value) {
    if (value(posted, field).map(String::trim).orElse("").isEmpty()) {
      set(posted, field, value);
    }
  }

  static void set(Entity posted, String field, String value) {
    for (Property property : posted.getProperties()) {
      if (field.equals(property.getName())) {
        property.setValue(value);
        return;
      }
    }
    Property property = new Property();
    property.setName(field);
    property.setValue(value);
    posted.addProperty(property);
  }

  /** Browsers send line ends as two characters; stored texts have one. */
  static void unifyLineEnds(Entity posted) {
    for (Property property : posted.getProperties()) {
      if (property.getValue() != null) {
        property.setValue(property.getValue().replace("\r\n", "\n"));
      }
    }
  }

  /** The record's values by field name. */
  static Map<String, String> values(Entity record) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Property property : record.getProperties()) {
      values.put(property.getName(), property.getValue() == null ? "" : property.getValue());
    }
    return values;
  }

  /**
   * The form as it was posted with one problem per field. One only, because the host's page reads
   * the second and later ones as expressions.
   */
  static ValidationException refusal(
      Entity posted,
      Serializable unchanged,
      Map<String, String> problems,
      Map<String, FieldMetadata> fields,
      RecordHelper helper) {
    Entity form = helper.getRecord(fields, unchanged, null, null);
    problems.forEach(form::addValidationError);
    form.overridePropertyValues(posted);
    value(posted, SERIES_EDITION).ifPresent(edition -> set(form, SERIES_EDITION, edition));
    for (Property property : posted.getProperties()) {
      if (RuleTypeFields.isOne(property.getName())) {
        set(form, property.getName(), property.getValue());
      }
    }
    return new ValidationException(form, "Not saved: " + problems);
  }
}
