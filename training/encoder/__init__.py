"""Makes the shipped encoders: one small network a language, with many heads. torch is used here and nowhere else."""
