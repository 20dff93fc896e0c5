package org.postpurchase.admin.people;

import static java.util.Objects.requireNonNull;

import org.broadleafcommerce.common.extension.ExtensionResultStatusType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.web.form.entity.EntityForm;
import org.broadleafcommerce.openadmin.web.form.entity.Field;
import org.broadleafcommerce.openadmin.web.form.entity.FieldGroup;
import org.broadleafcommerce.openadmin.web.form.entity.Tab;
import org.broadleafcommerce.openadmin.web.service.AbstractFormBuilderExtensionHandler;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.broadleaf.admin.PersonRecord;

/**
 * Puts a link to the person's page at the top of the host's pages of a customer and of an order,
 * for users who may see people. The link is a field that holds nothing: saving the host's form
 * sends nothing of it.
 */
public final class LinkToPerson extends AbstractFormBuilderExtensionHandler {
  static final String NAME = "postPurchasePerson";

  private final AdminAccess access;

  public LinkToPerson(AdminAccess access) {
    this.access = requireNonNull(access, "access");
  }

  @Override
  public ExtensionResultStatusType modifyDetailEntityForm(EntityForm form) {
    String of = kind(form);
    String id = form.getId();
    if (of.isEmpty()
        || id == null
        || !id.matches("\\d{1,18}")
        || form.findField(NAME) != null
        || !access.may(PersonRecord.class, EntityOperationType.FETCH)) {
      return ExtensionResultStatusType.NOT_HANDLED;
    }
    for (Tab tab : form.getTabs()) {
      for (FieldGroup group : tab.getFieldGroups()) {
        group.addField(new Link("/" + PeopleController.SECTION + "/of-" + of + "/" + id));
        form.clearFieldsMap();
        return ExtensionResultStatusType.HANDLED_CONTINUE;
      }
    }
    return ExtensionResultStatusType.NOT_HANDLED;
  }

  private static String kind(EntityForm form) {
    for (String name : new String[] {form.getCeilingEntityClassname(), form.getEntityType()}) {
      if (is(name, Customer.class)) {
        return "customer";
      }
      if (is(name, Order.class)) {
        return "order";
      }
    }
    return "";
  }

  /** Also a shop's own class: whether it is one is what the host's class loader says. */
  private static boolean is(String name, Class<?> type) {
    if (name == null) {
      return false;
    }
    try {
      return type.isAssignableFrom(Class.forName(name, false, type.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Shown by {@code fields/post_purchase_person.html}, also where the user may change nothing. */
  private static final class Link extends Field {
    Link(String path) {
      setName(NAME);
      setFieldType("POST_PURCHASE_PERSON");
      setFriendlyName("PostPurchase_People_OnHostPage");
      setValue(path);
      setOrder(-1000);
    }

    @Override
    public Boolean getReadOnly() {
      return false;
    }
  }
}
