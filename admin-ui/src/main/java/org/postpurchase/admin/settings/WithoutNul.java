package org.postpurchase.admin.settings;

import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.Property;

/** Refuses the one character that PostgreSQL keeps in no text, before any statement fails on it. */
final class WithoutNul {
  private WithoutNul() {}

  /**
   * @throws ServiceException naming the field
   */
  static void require(Entity posted) throws ServiceException {
    if (posted == null || posted.getProperties() == null) {
      return;
    }
    for (Property property : posted.getProperties()) {
      if (property != null
          && property.getValue() != null
          && property.getValue().indexOf('\0') >= 0) {
        throw new ServiceException(
            "The field '"
                + property.getName()
                + "' contains the character NUL (U+0000), which no database keeps. Remove it and"
                + " save again.");
      }
    }
  }
}
