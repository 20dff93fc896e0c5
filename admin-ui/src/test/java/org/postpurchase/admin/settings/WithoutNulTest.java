package org.postpurchase.admin.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.Property;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WithoutNulTest {
  @Test
  void the_one_character_that_no_database_keeps_is_refused_with_the_name_of_its_field() {
    Entity posted = posted("name", "fine", "subject", "Thank\0you");

    assertThatThrownBy(() -> WithoutNul.require(posted))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("'subject'")
        .hasMessageContaining("U+0000");
  }

  @Test
  void everything_else_passes_also_what_is_empty_or_missing() {
    Entity posted = posted("name", null, "subject", "", "body", "\u0001 \ud83d\ude00 \r\n\t");

    assertThatCode(() -> WithoutNul.require(posted)).doesNotThrowAnyException();
    assertThatCode(() -> WithoutNul.require(null)).doesNotThrowAnyException();
    assertThatCode(() -> WithoutNul.require(new Entity())).doesNotThrowAnyException();
  }

  private static Entity posted(String... namesAndValues) {
    Property[] properties = new Property[namesAndValues.length / 2 + 1]; // the last one is null
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties[i / 2] = new Property();
      properties[i / 2].setName(namesAndValues[i]);
      properties[i / 2].setValue(namesAndValues[i + 1]);
    }
    Entity entity = new Entity();
    entity.setProperties(properties);
    return entity;
  }
}
