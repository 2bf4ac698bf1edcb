/// The files of `config/` as they were when the program was built, by their path in it.
///
/// A file of the same path in the site's own folder takes its place (``Catalogue``).
public enum Shipped {
    /// Each shipped file's text by its path: `criteria.yaml`, `dialects/abbott-architect.yaml`.
    public static let files: [String: String] = texts.mapValues {
        String(decoding: $0, as: UTF8.self)
    }

    /// Embedded files have no folders and no list of their own, so each is named here once; a test
    /// compares this list with the folder.
    private static var texts: [String: [UInt8]] {
        [
            "anatomy.yaml": PackageResources.anatomy_yaml,
            "assays.yaml": PackageResources.assays_yaml,
            "criteria.yaml": PackageResources.criteria_yaml,
            "dialects/abbott-alinity.yaml": PackageResources.abbott_alinity_yaml,
            "dialects/abbott-architect.yaml": PackageResources.abbott_architect_yaml,
            "dialects/beckman-access-2.yaml": PackageResources.beckman_access_2_yaml,
            "dialects/beckman-dxi.yaml": PackageResources.beckman_dxi_yaml,
            "dialects/biomerieux-mini-vidas.yaml": PackageResources.biomerieux_mini_vidas_yaml,
            "dialects/biomerieux-vidas-pc.yaml": PackageResources.biomerieux_vidas_pc_yaml,
            "dialects/diasorin-liaison.yaml": PackageResources.diasorin_liaison_yaml,
            "dialects/erba-xl.yaml": PackageResources.erba_xl_yaml,
            "dialects/euroimmun.yaml": PackageResources.euroimmun_yaml,
            "dialects/fujirebio-lumipulse.yaml": PackageResources.fujirebio_lumipulse_yaml,
            "dialects/generic-csv-semicolon.yaml": PackageResources.generic_csv_semicolon_yaml,
            "dialects/generic-csv.yaml": PackageResources.generic_csv_yaml,
            "dialects/generic-e1394.yaml": PackageResources.generic_e1394_yaml,
            "dialects/generic-hl7.yaml": PackageResources.generic_hl7_yaml,
            "dialects/generic-poct1a.yaml": PackageResources.generic_poct1a_yaml,
            "dialects/mindray-bs.yaml": PackageResources.mindray_bs_yaml,
            "dialects/mindray-cl-hl7.yaml": PackageResources.mindray_cl_hl7_yaml,
            "dialects/mindray-cl.yaml": PackageResources.mindray_cl_yaml,
            "dialects/ortho-vitros.yaml": PackageResources.ortho_vitros_yaml,
            "dialects/roche-cobas-c111.yaml": PackageResources.roche_cobas_c111_yaml,
            "dialects/roche-cobas-c311.yaml": PackageResources.roche_cobas_c311_yaml,
            "dialects/roche-cobas-e411.yaml": PackageResources.roche_cobas_e411_yaml,
            "dialects/roche-cobas-pure.yaml": PackageResources.roche_cobas_pure_yaml,
            "dialects/siemens-centaur-cp.yaml": PackageResources.siemens_centaur_cp_yaml,
            "dialects/siemens-centaur-xp.yaml": PackageResources.siemens_centaur_xp_yaml,
            "dialects/siemens-immulite.yaml": PackageResources.siemens_immulite_yaml,
            "dialects/snibe-maglumi-e1381.yaml": PackageResources.snibe_maglumi_e1381_yaml,
            "dialects/snibe-maglumi-hl7.yaml": PackageResources.snibe_maglumi_hl7_yaml,
            "dialects/snibe-maglumi.yaml": PackageResources.snibe_maglumi_yaml,
            "dialects/sysmex-hiscl.yaml": PackageResources.sysmex_hiscl_yaml,
            "dialects/tosoh-aia-360-records.yaml": PackageResources.tosoh_aia_360_records_yaml,
            "dialects/tosoh-aia-360.yaml": PackageResources.tosoh_aia_360_yaml,
            "dialects/tosoh-aia-900.yaml": PackageResources.tosoh_aia_900_yaml,
            "hints.yaml": PackageResources.hints_yaml,
            "hormones.yaml": PackageResources.hormones_yaml,
            "labels.yaml": PackageResources.labels_yaml,
            "procedures/calcium-four-arteries.yaml": PackageResources.calcium_four_arteries_yaml,
            "procedures/calcium-hammersmith.yaml": PackageResources.calcium_hammersmith_yaml,
            "procedures/calcium-low-dose.yaml": PackageResources.calcium_low_dose_yaml,
            "procedures/calcium-perkov.yaml": PackageResources.calcium_perkov_yaml,
            "procedures/calcium-thieme.yaml": PackageResources.calcium_thieme_yaml,
            "procedures/calcium-two-veins.yaml": PackageResources.calcium_two_veins_yaml,
            "procedures/calcium-ueda.yaml": PackageResources.calcium_ueda_yaml,
            "procedures/calcium-westmead.yaml": PackageResources.calcium_westmead_yaml,
            "procedures/hepatic-three-veins.yaml": PackageResources.hepatic_three_veins_yaml,
            "procedures/pancreatic-calcium.yaml": PackageResources.pancreatic_calcium_yaml,
            "procedures/secretin.yaml": PackageResources.secretin_yaml,
            "scenarios/cohort-01.yaml": PackageResources.cohort_01_yaml,
            "scenarios/cohort-02.yaml": PackageResources.cohort_02_yaml,
            "scenarios/cohort-03.yaml": PackageResources.cohort_03_yaml,
            "scenarios/cohort-04.yaml": PackageResources.cohort_04_yaml,
            "scenarios/cohort-05.yaml": PackageResources.cohort_05_yaml,
            "scenarios/cohort-06.yaml": PackageResources.cohort_06_yaml,
            "scenarios/cohort-07.yaml": PackageResources.cohort_07_yaml,
            "scenarios/cohort-08.yaml": PackageResources.cohort_08_yaml,
            "scenarios/cohort-09.yaml": PackageResources.cohort_09_yaml,
            "scenarios/cohort-10.yaml": PackageResources.cohort_10_yaml,
            "scenarios/cohort-11.yaml": PackageResources.cohort_11_yaml,
            "scenarios/cohort-12.yaml": PackageResources.cohort_12_yaml,
            "scenarios/gastrinoma-both-lobes.yaml": PackageResources.gastrinoma_both_lobes_yaml,
            "scenarios/insulinoma-left-lobe-mishaps.yaml":
                PackageResources.insulinoma_left_lobe_mishaps_yaml,
            "scenarios/insulinoma-right-lobe.yaml": PackageResources.insulinoma_right_lobe_yaml,
            "scenarios/no-step-up.yaml": PackageResources.no_step_up_yaml,
            "scenarios/pancreas-only.yaml": PackageResources.pancreas_only_yaml,
            "stepupd.yaml": PackageResources.stepupd_yaml,
            "units.yaml": PackageResources.units_yaml,
        ]
    }
}
