package org.postpurchase.broadleaf.admin;

/** Name under which the admin's permissions guard the gallery of presets. Nothing implements it. */
public interface PresetRecord {}
