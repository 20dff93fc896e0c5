package org.postpurchase.broadleaf.entity;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;

/** Named settings that may have come with the product. */
@MappedSuperclass
abstract class ShippedSettings extends NamedSettings {
  private static final long serialVersionUID = 1L;

  @Column(name = "PRESET_KEY", length = 60)
  @AdminPresentation(friendlyName = "Settings_PresetKey", visibility = VisibilityEnum.HIDDEN_ALL)
  protected String presetKey;

  public String getPresetKey() {
    return presetKey;
  }

  public void setPresetKey(String presetKey) {
    this.presetKey = presetKey;
  }
}
