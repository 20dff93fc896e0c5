package org.postpurchase.admin.settings;

import java.util.Locale;
import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.openadmin.web.form.entity.DefaultEntityFormActions;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafcommerce.openadmin.web.form.entity.FieldGroup;
import org.broadleafcommerce.openadmin.web.form.entity.Tab;
import org.broadleafcommerce.openadmin.web.service.AbstractFormBuilderExtensionHandler;

/**
 * Shapes the host's form for our settings, at whatever address it is opened: no delete button, the
 * language as title, and our own text areas.
 *
 * <p>The host writes texts into its areas unescaped: each save would turn {@code &lt;} into {@code
 * <}, and a text could end the area and put markup into the admin's page.
 */
public final class SettingsFormShape extends AbstractFormBuilderExtensionHandler {
  /** Names the template {@code fields/post_purchase_text.html}. */
  private static final String TEXT = "POST_PURCHASE_TEXT";

  @Override
  public ExtensionResultStatusType modifyDetailEntityForm(EntityForm form) {
    if (!SettingsEntities.isOne(form.getEntityType())
        && !SettingsEntities.isOne(form.getCeilingEntityClassname())) {
      return ExtensionResultStatusType.NOT_HANDLED;
    }
    form.removeAction(DefaultEntityFormActions.DELETE);
    for (Tab tab : form.getTabs()) {
      for (FieldGroup group : tab.getFieldGroups()) {
        for (Field field : group.getFields()) {
          shape(field);
        }
      }
    }
    Field language = form.findField("localeCode");
    if (language != null && language.getValue() != null) {
      Locale locale = Locale.forLanguageTag(language.getValue().trim().replace('_', '-'));
      form.setMainEntityName(locale.getDisplayName(locale));
    }
    return ExtensionResultStatusType.HANDLED_CONTINUE;
  }

  private static void shape(Field field) {
    if (field.getIsLargeEntry() && !field.getReadOnly()) {
      field.setFieldType(TEXT);
    }
  }
}
