package org.postpurchase.broadleaf.entity;

import java.io.Serializable;

/** A merchant's texts for the confirmation page in one locale, as the host's admin edits them. */
public interface ConfirmationPrompt extends Serializable {
  Long getId();

  void setId(Long id);

  String getLocaleCode();

  void setLocaleCode(String localeCode);

  Boolean getActive();

  void setActive(Boolean active);

  String getHeading();

  void setHeading(String heading);

  String getMessage();

  void setMessage(String message);

  String getStepsHeading();

  void setStepsHeading(String stepsHeading);

  String getStepReceived();

  void setStepReceived(String stepReceived);

  String getStepShipped();

  void setStepShipped(String stepShipped);

  String getStepDelivered();

  void setStepDelivered(String stepDelivered);

  Integer getShipDays();

  void setShipDays(Integer shipDays);

  Integer getDeliveryDaysMin();

  void setDeliveryDaysMin(Integer deliveryDaysMin);

  Integer getDeliveryDaysMax();

  void setDeliveryDaysMax(Integer deliveryDaysMax);
}
