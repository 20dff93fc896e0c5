package org.postpurchase.brand;

/** Fonts that every reader has, so that nothing is loaded. */
public enum BrandFont {
  GEORGIA("Georgia", "Georgia,'Times New Roman',serif"),
  SYSTEM("System", "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"),
  ARIAL("Arial / Helvetica", "Arial,Helvetica,sans-serif"),
  VERDANA("Verdana", "Verdana,Geneva,sans-serif"),
  TREBUCHET("Trebuchet", "'Trebuchet MS','Segoe UI',Tahoma,sans-serif"),
  PALATINO("Palatino", "'Palatino Linotype',Palatino,'Book Antiqua',Georgia,serif"),
  COURIER("Courier", "'Courier New',Courier,monospace");

  /** As people know it. */
  public final String label;

  /** As style sheets have it. */
  public final String stack;

  BrandFont(String label, String stack) {
    this.label = label;
    this.stack = stack;
  }
}
